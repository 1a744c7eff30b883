import * as fc from "fast-check";
import { expect, it } from "vitest";
import { newDraft, type DeskDraft } from "../../src/desk/dialogue/draft.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { aContext, anEditor, offered, toPreview, withArticle, type Editor } from "./editor.ts";
import { anyInput, refusalOf, type FuzzInput } from "./fuzz.ts";

/** What an editor has put into a draft, which nothing but their own word may take away. */
function heldBy(draft: DeskDraft): number {
  const texts = [draft.place, draft.headline, draft.excerpt].flatMap((both) => Object.keys(both));
  const fields = [draft.topic, draft.date].filter((field) => field !== undefined);
  return draft.pieces.length + texts.length + fields.length;
}

function take(editor: Editor, input: FuzzInput): void {
  if (input.type !== "follow") return editor.input(input);
  const buttons = offered(editor.replies()).filter(({ type }) => type !== "discardForSure");
  const action = buttons[input.at % Math.max(1, buttons.length)];
  if (action !== undefined) editor.press(action);
}

const beginnings: readonly (() => Editor)[] = [
  () => anEditor(),
  () => withArticle(),
  () => toPreview(withArticle()),
  () => withArticle(aContext({ wording: "ar" })),
];

it("whatever an editor does, nothing throws, nothing is lost, and Telegram takes every reply", () => {
  fc.assert(
    fc.property(fc.nat(3), fc.array(anyInput, { maxLength: 40 }), (at, inputs) => {
      const editor = beginnings[at]?.() ?? anEditor();
      for (const input of inputs) {
        const before = editor.draft();
        take(editor, input);
        const after = editor.draft();
        expect(editor.replies().flatMap((reply) => refusalOf(reply) ?? [])).toEqual([]);
        expect(heldBy(after)).toBeGreaterThanOrEqual(heldBy(before));
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      }
      // Where it was left, it goes on: the same state gives the same question.
      const again = anEditor(aContext(), editor.draft());
      again.press({ type: "resume" });
      expect(again.draft()).toEqual(editor.draft());
    }),
    { numRuns: fuzzRuns(150) },
  );
});

it("a new draft holds nothing", () => {
  expect(heldBy(newDraft("abcd2345"))).toBe(0);
});
