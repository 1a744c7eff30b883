import { benchAnswers } from "./parts/answers.ts";
import { benchBroadcast } from "./parts/broadcast.ts";
import { benchCards } from "./parts/cards.ts";
import { benchCorrections } from "./parts/corrections.ts";
import { benchExtraction } from "./parts/extraction.ts";
import { benchMeanwhile } from "./parts/meanwhile.ts";
import { benchSearch } from "./parts/search.ts";
import { benchSize } from "./parts/size.ts";
import { benchStartUp } from "./parts/start-up.ts";

interface Part {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

export const parts: readonly Part[] = [
  { name: "broadcast", run: benchBroadcast },
  { name: "answers", run: benchAnswers },
  { name: "size", run: benchSize },
  { name: "meanwhile", run: benchMeanwhile },
  { name: "corrections", run: benchCorrections },
  { name: "start-up", run: benchStartUp },
  { name: "extraction", run: benchExtraction },
  { name: "search", run: benchSearch },
  { name: "cards", run: benchCards },
];
