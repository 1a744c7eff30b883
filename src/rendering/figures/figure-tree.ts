import { comparisonsIn } from "../../domain/comparison.ts";
import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";

/** How a figure hangs on another of its story. */
export type Tie = "part" | "addend" | "repetition";

/** A figure with those that hang on it, in the story's order. */
export interface FigureNode {
  readonly figure: Figure;
  readonly children: readonly { readonly tie: Tie; readonly node: FigureNode }[];
}

interface Parent {
  readonly id: string;
  readonly tie: Tie;
}

function parentOf({ of, componentOf, sameAs }: Figure): Parent | undefined {
  if (of !== undefined) return { id: of, tie: "part" };
  if (componentOf !== undefined) return { id: componentOf, tie: "addend" };
  return sameAs === undefined ? undefined : { id: sameAs, tie: "repetition" };
}

/** Whether a figure leads up to one that hangs on none; ties in a circle lead nowhere. */
function leadsUp(figure: Figure, figures: ReadonlyMap<string, Figure>): boolean {
  const seen = new Set<string>();
  let current: Figure | undefined = figure;
  while (current !== undefined) {
    if (seen.has(current.id)) return false;
    seen.add(current.id);
    current = figures.get(parentOf(current)?.id ?? "");
  }
  return true;
}

/**
 * The figures of a story that are told, each once: those that hang on none that is told, those on
 * which sources differ side by side, and below them their parts, addends and repetitions.
 */
export function figureTree(story: Story): readonly FigureNode[] {
  const told = figuresOf(story);
  const byId = new Map(told.map((figure) => [figure.id, figure]));
  const below = new Map<string, Figure[]>();
  const roots: Figure[] = [];
  for (const figure of told) {
    const parent = parentOf(figure);
    const tied = parent !== undefined && byId.has(parent.id) && leadsUp(figure, byId);
    if (tied) below.set(parent.id, [...(below.get(parent.id) ?? []), figure]);
    else roots.push(figure);
  }
  const nodeOf = (figure: Figure): FigureNode => ({
    figure,
    children: (below.get(figure.id) ?? []).flatMap((child) => {
      const tie = parentOf(child)?.tie;
      return tie === undefined ? [] : [{ tie, node: nodeOf(child) }];
    }),
  });
  return sideBySide(roots, story).map(nodeOf);
}

/** Figures on which sources differ stand together where the first of them stood, the lead first. */
function sideBySide(roots: readonly Figure[], story: Story): readonly Figure[] {
  const compared = comparisonsIn(story).map(({ figures }) =>
    figures.filter((figure) => roots.includes(figure)),
  );
  const placed = roots.flatMap((root) => compared.find((some) => some.includes(root)) ?? [root]);
  return [...new Set(placed)];
}
