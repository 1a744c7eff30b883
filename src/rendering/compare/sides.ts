import { spreadOf, type Comparison, type Counted } from "../../domain/comparison.ts";
import { figureLine, type Telling } from "../figures/figure.ts";
import { hedgeOf } from "../figures/amount.ts";
import { bareCount } from "../figures/toll.ts";
import { join, type Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { formatCount } from "../text/numbers.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/**
 * Who says what, side by side: each figure as its source stated it, the numbers between which they
 * lie, and which one the newsroom leads with and why. Nothing is averaged.
 * @throws RangeError for a source that is not among the telling's.
 */
export function sidesOf({ figures, lead }: Comparison, telling: Telling): Html {
  const { voice } = telling;
  const lines = figures.map((figure) => figureLine(figure, telling));
  const spread = spreadOf(figures);
  const between =
    spread &&
    say(voice.language, "sharing:compare.spread", {
      low: endOf(spread.low, voice),
      high: endOf(spread.high, voice),
    });
  const why = lead && say(voice.language, "sharing:compare.lead", { why: told(lead.why, voice) });
  return join(
    [...lines, between, why].filter((line) => line !== undefined),
    "\n",
  );
}

/** Both ends in digits: "between one and 12" mixes two ways of writing. */
function endOf(end: Counted, voice: Voice): Html | string {
  return hedgeOf(end.qualifier) === undefined
    ? formatCount(end.amount.count, voice)
    : bareCount(end, end.amount, voice);
}
