import type { Figure } from "../../domain/figure.ts";
import { sameAttribution } from "./attribution.ts";
import { onBasis } from "./basis.ts";
import { circumstance } from "./circumstance.ts";
import type { Setting } from "./circumstance.ts";
import { statementOf } from "./event.ts";
import type { FigureNode } from "./figure-tree.ts";
import type { Html } from "../text/html.ts";
import { partNoun } from "./part-noun.ts";
import type { Part } from "./part-phrase.ts";
import { partClauses } from "./parts.ts";
import { ratedBySource } from "./rate.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** Whether a part has nothing of its own to say but how many: then it stands in its whole's line. */
function inlinePart({ figure, children }: FigureNode, whole: Figure): Part | undefined {
  const noun = partNoun(figure, whole);
  const { place, period, since, rate, sameAs, status } = figure;
  const own = [place, period, since, rate, sameAs].some((field) => field !== undefined);
  const plain = !own && status === "reported" && figure.scope === whole.scope;
  const counted = statementOf(whole.amount).type === "stated";
  const joins = plain && counted && children.length === 0 && sameAttribution(figure, whole);
  return noun !== undefined && joins ? { figure, noun } : undefined;
}

/** The parts of a figure that stand in its own line. */
export function inlineParts({ figure, children }: FigureNode): readonly Part[] {
  return children.flatMap(({ tie, node }) => {
    const part = tie === "part" ? inlinePart(node, figure) : undefined;
    return part === undefined ? [] : [part];
  });
}

/** An event with where and when, the parts that stand in its line and its basis, but not who says so. */
export function claimOf(event: Html, node: FigureNode, story: Setting, voice: Voice): Html {
  const { figure } = node;
  const parts = partClauses(inlineParts(node), figure, voice);
  const told = parts.reduce(
    (first, last) => say(voice.language, "printing:list.clauses", { first, last }),
    circumstance(event, figure, story, voice),
  );
  return onBasis(told, figure, voice);
}

/** A line with its source's own rate, and with what else is known of the figure. */
export function withStanding(line: Html, figure: Figure, voice: Voice): Html {
  const { language } = voice;
  const rated = ratedBySource(line, figure, voice);
  const standing =
    figure.status === "corroborated" || figure.status === "contested"
      ? say(language, `printing:status.${figure.status}`, { line: rated })
      : rated;
  return figure.sameAs?.includes("/") === true
    ? say(language, "printing:same.elsewhere", { line: standing })
    : standing;
}
