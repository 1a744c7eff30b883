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

/** Figures that are told together, since sources differ on some of them; or one that is told alone. */
export interface FigureUnit {
  /** The lead's first, where there is one, then in the story's order. */
  readonly nodes: readonly FigureNode[];
  readonly differ: boolean;
}

/**
 * The figures of a story that are told, each once: those that hang on none that is told, and below
 * them their parts, addends and repetitions.
 */
export function figureTree(story: Story): readonly FigureNode[] {
  return figureUnits(story).flatMap(({ nodes }) => nodes);
}

/**
 * The same, those on which sources differ side by side where the first of them stood: also where
 * what differs is a part of one of them.
 */
export function figureUnits(story: Story): readonly FigureUnit[] {
  const roots = rootsOf(story);
  const compared = comparisonsIn(story).map(({ figures }) => figures.map(({ id }) => id));
  const units: FigureUnit[] = [];
  for (const node of roots) {
    if (units.some(({ nodes }) => nodes.includes(node))) continue;
    const together = joined(node, roots, compared);
    const lead = together.find((one) => isLed(one, story));
    const nodes = lead === undefined ? together : [lead, ...together.filter((one) => one !== lead)];
    units.push({ nodes, differ: idsOf(nodes).some((id) => compared.flat().includes(id)) });
  }
  return units;
}

/** The roots that a comparison joins to this one, one after the other; in their own order. */
function joined(
  first: FigureNode,
  roots: readonly FigureNode[],
  compared: readonly (readonly string[])[],
): readonly FigureNode[] {
  const together = new Set([first]);
  for (const node of together) {
    const own = idsOf([node]);
    const sides = compared.filter((ids) => ids.some((id) => own.includes(id))).flat();
    for (const root of roots) {
      if (idsOf([root]).some((id) => sides.includes(id))) together.add(root);
    }
  }
  return roots.filter((root) => together.has(root));
}

/** Figures with all that hang on them. */
function idsOf(nodes: readonly FigureNode[]): readonly string[] {
  return nodes.flatMap(({ figure, children }) => [
    figure.id,
    ...idsOf(children.map(({ node }) => node)),
  ]);
}

function isLed(node: FigureNode, { lead = [] }: Story): boolean {
  return lead.some(({ figure }) => idsOf([node]).includes(figure));
}

function rootsOf(story: Story): readonly FigureNode[] {
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
  return roots.map(nodeOf);
}
