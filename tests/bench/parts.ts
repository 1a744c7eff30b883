interface Part {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** Each loads only what it measures. */
export const parts: readonly Part[] = [
  { name: "broadcast", run: async () => (await import("./parts/broadcast.ts")).benchBroadcast() },
  { name: "answers", run: async () => (await import("./parts/answers.ts")).benchAnswers() },
  { name: "size", run: async () => (await import("./parts/size.ts")).benchSize() },
  { name: "meanwhile", run: async () => (await import("./parts/meanwhile.ts")).benchMeanwhile() },
  {
    name: "corrections",
    run: async () => (await import("./parts/corrections.ts")).benchCorrections(),
  },
  { name: "start-up", run: async () => (await import("./parts/start-up.ts")).benchStartUp() },
  {
    name: "extraction",
    run: async () => (await import("./parts/extraction.ts")).benchExtraction(),
  },
  { name: "search", run: async () => (await import("./parts/search.ts")).benchSearch() },
  { name: "cards", run: async () => (await import("./parts/cards.ts")).benchCards() },
];
