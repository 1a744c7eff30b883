import type { Fault } from "../../src/simulator/faults.ts";

/** What goes wrong at Telegram, or on the way to it, for a few minutes. */
export const troubles = [
  "flood",
  "long flood",
  "server errors",
  "errors that lie",
  "a page instead of an answer",
  "resets after",
  "half an answer",
  "no answer",
  "late answers",
  "unauthorized",
  "another receiver",
  "no network",
] as const;

export type Trouble = (typeof troubles)[number];

const tooMany = (seconds: number) =>
  ({
    type: "refuse",
    code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }) as const;

const serverError = {
  type: "refuse",
  code: 502,
  description: "Bad Gateway",
} as const;

const page = {
  type: "answer",
  status: 502,
  contentType: "text/html",
  body: "<html><body>502 Bad Gateway</body></html>",
} as const;

const send = { method: "sendMessage" } as const;

/** The faults of a trouble, which meet enough of a small day and not too much of a large one; "no network" has none of its own. */
export function faultsOf(trouble: Trouble, seed: number): readonly Fault[] {
  switch (trouble) {
    case "flood":
      return [{ ...send, every: 5, times: 60, do: tooMany(3) }];
    case "long flood":
      return [{ ...send, every: 8, times: 5, do: tooMany(900) }];
    case "server errors":
      return [{ ...send, probability: 0.15, times: 60, seed, do: serverError }];
    case "errors that lie":
      return [
        { ...send, probability: 0.1, times: 40, seed, do: { ...serverError, accepted: true } },
      ];
    case "a page instead of an answer":
      return [{ ...send, probability: 0.1, times: 40, seed, do: page }];
    case "resets after":
      return [
        { ...send, probability: 0.1, times: 40, seed, do: { type: "reset", accepted: true } },
        { method: "editMessageText", probability: 0.1, times: 40, seed, do: { type: "reset" } },
      ];
    case "half an answer":
      return [{ probability: 0.05, times: 40, seed, do: { type: "truncate" } }];
    case "no answer":
      return [
        { ...send, probability: 0.05, times: 20, seed, do: { type: "silent" } },
        { ...send, probability: 0.05, times: 20, seed, do: { type: "silent", accepted: true } },
      ];
    case "late answers":
      return [{ probability: 0.05, seed, do: { type: "delay", ms: 25_000 } }];
    case "unauthorized":
      return [{ do: { type: "refuse", code: 401, description: "Unauthorized" } }];
    case "another receiver":
      return [
        {
          method: "getUpdates",
          do: {
            type: "refuse",
            code: 409,
            description:
              "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
          },
        },
      ];
    case "no network":
      return [];
  }
}

/** The way to Telegram and back, at all times: what is on it is in flight. */
export const distance: readonly Fault[] = [30, 60, 90, 150].map((ms, index) => ({
  probability: index === 3 ? 1 : 0.3,
  seed: ms,
  do: { type: "delay", ms },
}));
