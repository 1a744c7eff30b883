import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { amountPhrase } from "./amount.ts";
import { attributed, sameAttribution } from "./attribution.ts";
import type { Sources } from "./attribution.ts";
import { claimOf, inlineParts, withStanding } from "./claim.ts";
import { eventPhrase, statementOf, withGroup } from "./event.ts";
import { figureUnits } from "./figure-tree.ts";
import type { FigureNode, Tie } from "./figure-tree.ts";
import { html, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { partNoun } from "./part-noun.ts";
import { partClauses } from "./parts.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** Where figures are told: in which story, in which voice, and who is quoted. */
export interface Telling {
  readonly story: Pick<Story, "date" | "place">;
  readonly sources: Sources;
  readonly voice: Voice;
}

/** A figure among its relations, and what its line need not repeat of the line above it. */
interface Line {
  readonly node: FigureNode;
  readonly above?: { readonly tie: Tie; readonly figure: Figure };
}

/** The claim with everything that is said about it: its parts, its basis, who makes it, its standing. */
function claim(event: Html, line: Line, { story, sources, voice }: Telling): Html {
  const { figure } = line.node;
  const based = claimOf(event, line.node, story, voice);
  const addend = line.above?.tie === "addend" && sameAttribution(figure, line.above.figure);
  const quoted = addend ? based : attributed(based, figure, sources, voice);
  return withStanding(quoted, figure, voice);
}

function isRepetition(figure: Figure, of: Figure): boolean {
  return (
    figure.kind === of.kind &&
    figure.qualifier === of.qualifier &&
    JSON.stringify(figure.amount) === JSON.stringify(of.amount)
  );
}

function repetition(line: Line, of: Figure, telling: Telling): Html {
  const { language } = telling.voice;
  const { figure } = line.node;
  if (!isRepetition(figure, of)) return claim(eventPhrase(figure, telling.voice), line, telling);
  const again = sameAttribution(figure, of) && figure.attribution.type !== "none";
  if (again) return say(language, "printing:same.repeated");
  return claim(say(language, "printing:same.figure"), line, telling);
}

function part(line: Line, whole: Figure, telling: Telling): Html {
  const { figure } = line.node;
  const { voice } = telling;
  const noun = partNoun(figure, whole);
  if (noun !== undefined && statementOf(whole.amount).type === "stated") {
    const [clause] = partClauses([{ figure, noun }], whole, voice);
    if (clause !== undefined) return claim(clause, line, telling);
  }
  const told = claim(eventPhrase(figure, voice), line, telling);
  return say(voice.language, "printing:parts.within", { line: told });
}

function addend(line: Line, sum: Figure, telling: Telling): Html {
  const { figure } = line.node;
  const { voice } = telling;
  const { kind, who, group, qualifier } = figure;
  const statement = statementOf(figure.amount);
  if (kind !== sum.kind || statement.type !== "stated") {
    return claim(eventPhrase(figure, voice), line, telling);
  }
  const amount = amountPhrase({ amount: statement.amount, qualifier, noun: who }, "subject", voice);
  return claim(withGroup(amount, group, voice), line, telling);
}

function sentence(line: Line, telling: Telling): Html {
  const { node, above } = line;
  switch (above?.tie) {
    case "part":
      return part(line, above.figure, telling);
    case "addend":
      return addend(line, above.figure, telling);
    case "repetition":
      return repetition(line, above.figure, telling);
    case undefined:
    default:
      return claim(eventPhrase(node.figure, telling.voice), line, telling);
  }
}

const bullets = ["•", "◦", "–"] as const;

/** A line at its depth below the figure that hangs on none; deeper ones look alike. */
function bulleted(line: Html, depth: number): Html {
  return html`${bullets[depth] ?? "–"} ${line}`;
}

type Child = FigureNode["children"][number];

function linesBelow(
  children: readonly Child[],
  figure: Figure,
  depth: number,
  telling: Telling,
): readonly Html[] {
  return children.flatMap(({ tie, node }) =>
    linesOf({ node, above: { tie, figure } }, depth, telling),
  );
}

/**
 * The line of a figure and those of the figures below it that have lines of their own. Below the
 * words "the sum of" there is nothing but addends.
 */
function linesOf(line: Line, depth: number, telling: Telling): readonly Html[] {
  const { figure, children } = line.node;
  const { language } = telling.voice;
  const inline = new Set(inlineParts(line.node).map((part) => part.figure));
  const below = children.filter(({ node }) => !inline.has(node.figure));
  const addends = below.filter(({ tie }) => tie === "addend");
  const others = below.filter(({ tie }) => tie !== "addend");
  const told = sentence(line, telling);
  if (addends.length > 0 && others.length === 0) {
    const sum = say(language, "printing:parts.sum", { line: told });
    return [bulleted(sum, depth), ...linesBelow(addends, figure, depth + 1, telling)];
  }
  const own = [bulleted(told, depth), ...linesBelow(others, figure, depth + 1, telling)];
  if (addends.length === 0) return own;
  const total = bulleted(say(language, "printing:parts.total"), depth + 1);
  return [...own, total, ...linesBelow(addends, figure, depth + 2, telling)];
}

/**
 * A figure by itself, with who reported it, and without its parts.
 * @throws RangeError for a source that is not among the telling's.
 */
export function figureLine(figure: Figure, telling: Telling): Html {
  return bulleted(sentence({ node: { figure, children: [] } }, telling), 0);
}

/**
 * The figures of a story, a block of lines for each that hangs on no other: its own line with who
 * reported it, and below it what belongs to it. Where sources differ, that is said above the first
 * of their figures. A retracted figure is not told.
 * @throws RangeError for a source that is not among the telling's.
 */
export function figureBlocks(story: Story, telling: Telling): readonly Html[] {
  return figureUnits(story).flatMap(({ nodes, differ }) =>
    nodes.map((node, index) => {
      const lines = linesOf({ node }, 0, telling);
      if (!differ || index > 0) return join(lines, "\n");
      return join([say(telling.voice.language, "printing:figures.differ"), ...lines], "\n");
    }),
  );
}
