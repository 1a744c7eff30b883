import { spreadOf, type Comparison } from "../../domain/comparison.ts";
import { figureLine, type Telling } from "../figures/figure.ts";
import { bareCount } from "../figures/toll.ts";
import { join, type Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";

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
      low: bareCount(spread.low, spread.low.amount, voice),
      high: bareCount(spread.high, spread.high.amount, voice),
    });
  const why = lead && say(voice.language, "sharing:compare.lead", { why: told(lead.why, voice) });
  return join(
    [...lines, between, why].filter((line) => line !== undefined),
    "\n",
  );
}
