import * as fc from "fast-check";
import type { DeskInput, DeskReply } from "../../src/desk/dialogue/context.ts";
import { changeFields, looseEnds, textFields, type Piece } from "../../src/desk/dialogue/draft.ts";
import type { DeskAction } from "../../src/desk/dialogue/press.ts";
import { costOf, isWithin, messageLimits } from "../../src/rendering/text/cost.ts";
import { firstHalf, secondHalf } from "./article.ts";
import { excerpt, headline } from "./editor.ts";

/** Words that an editor may write at any moment, sensible and not. */
const anyWords: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    firstHalf,
    secondHalf,
    headline.ar,
    headline.en,
    excerpt.ar,
    excerpt.en,
    "38",
    "20-30",
    "0",
    "2026-11-17",
    "2018-02-07 to 2018-02-08",
    "المرصد السوري لحقوق الإنسان",
    "../../etc/passwd",
    "a\u202eb<b>&amp;</b>\0\ud800",
    "/drafts",
    "x".repeat(4096),
    "ء ".repeat(2000),
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);

const figure = fc.constantFrom("f1", "f2", "f3", "f4", "f5", "f6", "f7", "", "__proto__");

const anyAction: fc.Arbitrary<DeskAction> = fc.oneof(
  fc.record({ type: fc.constantFrom("keep", "drop", "review"), figure }),
  fc.record({
    type: fc.constantFrom("read", "dropRest", "save", "discard", "resume", "preview"),
  }),
  fc.record({ type: fc.constant("change"), figure, field: fc.constantFrom(...changeFields) }),
  fc.record({
    type: fc.constant("set"),
    figure,
    field: fc.constantFrom("qualifier", "who", "source", "scope", "ties"),
    value: fc.constantFrom(
      "cumulative",
      "exact",
      "about",
      "medics",
      "shell",
      "sohr",
      "nobody",
      "-",
      "~",
      "+",
    ),
  }),
  fc.record({ type: fc.constant("leave"), figure, end: fc.constantFrom(...looseEnds) }),
  fc.record({ type: fc.constant("breaking"), is: fc.constantFrom("yes", "no") }),
  fc.record({ type: fc.constant("topic"), topic: fc.constantFrom("ghouta", "../x", "") }),
  fc.record({ type: fc.constant("date"), day: fc.constantFrom("2026-11-17", "2018-02-31", "../") }),
  fc.record({ type: fc.constant("place"), story: fc.constantFrom("ghta0207", "none") }),
  fc.record({
    type: fc.constant("text"),
    field: fc.constantFrom(...textFields),
    language: fc.constantFrom("ar", "en"),
  }),
  fc.record({
    type: fc.constant("open"),
    page: fc.constantFrom("topic", "date", "figures", "next"),
  }),
  fc.record({ type: fc.constantFrom("publish", "approve", "return"), seal: fc.string() }),
);

const anyPiece: fc.Arbitrary<Piece> = fc.record({
  messageId: fc.integer({ min: 1, max: 40 }),
  part: fc.constantFrom("text", "file"),
  text: anyWords,
});

/** `follow` presses the n-th button that the last replies offer. */
export type FuzzInput = DeskInput | { readonly type: "follow"; readonly at: number };

export const anyInput: fc.Arbitrary<FuzzInput> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("follow"), at: fc.nat(40) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("typed"),
      messageId: fc.integer({ min: 1, max: 10_000 }),
      text: anyWords,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("edited"), piece: anyPiece }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("pieces"),
      pieces: fc.array(anyPiece, { maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("pressed"), action: anyAction }) },
);

/** Why Telegram would not take a reply as it is; undefined where it would. */
export function refusalOf(reply: DeskReply): string | undefined {
  if (reply.type === "notice") return reply.text.length > 200 ? "a notice is too long" : undefined;
  const { html, keyboard = [] } = reply.message;
  if (!isWithin(costOf({ html }), messageLimits)) return "a message is too long";
  if (html.trim() === "") return "a message is empty";
  const buttons = keyboard.flat();
  if (buttons.length > 100) return "too many buttons";
  const bad = buttons.find(
    (button) =>
      button.type !== "press" || button.label === "" || Buffer.byteLength(button.data) > 64,
  );
  return bad === undefined ? undefined : `a bad button: ${bad.label}`;
}
