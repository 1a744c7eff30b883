import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entity } from "../../src/simulator/control.ts";
import { readText, type Block, type Inline } from "../../src/simulator/page/entity-tree.ts";

function entity(type: string, offset: number, length: number): Entity {
  return { type, offset, length };
}

function drawInline(piece: Inline): string {
  if (piece.type === "text") return piece.text;
  return `<${piece.entity.type}>${piece.children.map(drawInline).join("")}</>`;
}

function draw(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return block.children.map(drawInline).join("");
    case "pre":
      return `[pre ${block.text}]`;
    case "quote":
      break;
  }
  return `[quote ${block.children.map(draw).join("|")}]`;
}

function drawn(text: string, entities: readonly Entity[]): string[] {
  return readText(text, entities).map(draw);
}

function lettersOf(block: Block): string {
  return draw(block).replaceAll(/<[^>]*>|\[(quote|pre) |[\]|]/g, "");
}

describe("a text with entities", () => {
  it("nests entities that lie in each other", () => {
    const entities = [entity("bold", 0, 9), entity("italic", 2, 5), entity("code", 2, 5)];
    expect(drawn("ab cde fg", entities)).toEqual(["<bold>ab<italic><code> cde </></>fg</>"]);
  });

  it("splits entities that cross each other", () => {
    const entities = [entity("bold", 0, 4), entity("underline", 2, 4)];
    expect(drawn("abcdef", entities)).toEqual(["<bold>ab<underline>cd</></><underline>ef</>"]);
  });

  it("gives each line its own paragraph and its part of an entity", () => {
    expect(drawn("ab\n\ncd", [entity("bold", 1, 4)])).toEqual(["a<bold>b</>", "", "<bold>c</>d"]);
  });

  it("counts UTF-16 units, as an emoji before a bold word shows", () => {
    expect(drawn("🟥 قتيل", [entity("bold", 3, 4)])).toEqual(["🟥 <bold>قتيل</>"]);
  });

  it("takes the line break beside a quote for the quote's own", () => {
    const text = "a\nquoted\nlines\nb";
    expect(drawn(text, [entity("blockquote", 2, 12)])).toEqual(["a", "[quote quoted|lines]", "b"]);
  });

  it("keeps an empty line between two quotes, and none where they touch", () => {
    const quote = entity("blockquote", 0, 1);
    expect(drawn("a\n\nb", [quote, entity("pre", 3, 1)])).toEqual(["[quote a]", "", "[pre b]"]);
    expect(drawn("a\nb", [quote, entity("pre", 2, 1)])).toEqual(["[quote a]", "[pre b]"]);
  });

  it("formats inside a quote", () => {
    const entities = [entity("expandable_blockquote", 0, 3), entity("bold", 1, 1)];
    expect(drawn("abc", entities)).toEqual(["[quote a<bold>b</>c]"]);
  });

  it("loses no letter, whatever the entities are", () => {
    const types = ["bold", "spoiler", "url", "pre", "blockquote", "expandable_blockquote"];
    const anyEntity = fc.record({
      type: fc.constantFrom(...types),
      offset: fc.integer({ min: -2, max: 14 }),
      length: fc.integer({ min: -2, max: 14 }),
    });
    const text = fc.string({ unit: fc.constantFrom("a", "ب", "\n", " "), maxLength: 12 });
    fc.assert(
      fc.property(text, fc.array(anyEntity, { maxLength: 6 }), (text, entities) => {
        const letters = readText(text, entities).map(lettersOf).join("");
        expect(letters.replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
      }),
      { numRuns: 400 },
    );
  });
});
