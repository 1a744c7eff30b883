import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf } from "../../src/domain/edition.ts";
import { figureTree } from "../../src/rendering/figures/figure-tree.ts";
import type { FigureNode } from "../../src/rendering/figures/figure-tree.ts";
import { aFigure, aStory } from "../builders.ts";
import { story } from "./arbitrary.ts";

function idsIn(nodes: readonly FigureNode[]): string[] {
  return nodes.flatMap(({ figure, children }) => [
    figure.id,
    ...idsIn(children.map(({ node }) => node)),
  ]);
}

describe("the figures of a story", () => {
  it("are each told once, however they are tied, even in a circle", () => {
    fc.assert(
      fc.property(story, (story) => {
        const told = figuresOf(story).map(({ id }) => id);
        expect(idsIn(figureTree(story)).toSorted()).toEqual(told.toSorted());
      }),
      { numRuns: 500 },
    );
  });

  it("are not lost with the one that they belong to", () => {
    const whole = aFigure({ status: "retracted" });
    const part = aFigure({ id: "children", who: "children", of: "killed" });
    const figures = [whole, part, aFigure({ id: "elsewhere", sameAs: "ghta0206/killed" })];
    expect(idsIn(figureTree(aStory({ figures })))).toEqual(["children", "elsewhere"]);
  });

  it("stand below what they belong to, in the story's order", () => {
    const figures = [
      aFigure({ id: "children", of: "killed" }),
      aFigure(),
      aFigure({ id: "again", sameAs: "killed" }),
      aFigure({ id: "addend", componentOf: "killed" }),
    ];
    const [root] = figureTree(aStory({ figures }));
    expect(root?.figure.id).toBe("killed");
    expect(root?.children.map(({ tie, node }) => [tie, node.figure.id])).toEqual([
      ["part", "children"],
      ["repetition", "again"],
      ["addend", "addend"],
    ]);
  });
});
