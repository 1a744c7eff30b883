import { entryOf } from "../../src/desk/dialogue/entry.ts";
import type { DeskContext, DeskInput, DeskReply } from "../../src/desk/dialogue/context.ts";
import { newDraft, type DeskDraft, type Piece } from "../../src/desk/dialogue/draft.ts";
import { askOf } from "../../src/desk/dialogue/next.ts";
import { decodeDeskPress, type DeskAction } from "../../src/desk/dialogue/press.ts";
import { step } from "../../src/desk/dialogue/step.ts";
import { readStory } from "../../src/content/reading/read-story.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { anEdition, aSource, aStory } from "../builders.ts";
import { firstHalf, readKnown, secondHalf } from "./article.ts";

const sources = [
  aSource(),
  aSource({
    id: "snhr",
    name: { ar: "الشبكة السورية لحقوق الإنسان", en: "the Syrian Network for Human Rights" },
  }),
];

/** What steps look at: the reader of the known article, and an edition with two sources. */
export function aContext(given: Partial<DeskContext> = {}): DeskContext {
  return {
    draftId: 3,
    edition: anEdition({ stories: [aStory()], sources }),
    printing: defaultPrinting,
    wording: "en",
    botUsername: "mujaz_bot",
    today: "2026-11-22",
    needsApproval: false,
    read: readKnown,
    problems: (story) =>
      readStory(entryOf(story), story.topic).complaints.map(({ text }) => ({
        level: "error",
        field: "",
        text,
      })),
    ...given,
  };
}

/** An editor at a draft: what they do, and what they were shown. */
export interface Editor {
  readonly draft: () => DeskDraft;
  readonly act: () => string | undefined;
  /** Everything that was shown after the last input, as plain text. */
  readonly shown: () => string;
  readonly replies: () => readonly DeskReply[];
  readonly deeds: () => readonly string[];
  readonly input: (input: DeskInput) => void;
  readonly press: (action: DeskAction) => void;
  readonly type: (text: string) => void;
  readonly send: (...texts: readonly string[]) => void;
}

export function anEditor(context: DeskContext = aContext(), from = newDraft("ghta1117")): Editor {
  let draft = from;
  let replies: readonly DeskReply[] = [];
  let act: string | undefined;
  let messageId = 100;
  const deeds: string[] = [];
  const input = (given: DeskInput): void => {
    const stepped = step(draft, given, context);
    ({ draft, replies, act } = { act: undefined, ...stepped });
    deeds.push(...stepped.deeds.map(({ action }) => action));
  };
  const next = (): number => (messageId += 1);
  return {
    draft: () => draft,
    act: () => act,
    replies: () => replies,
    deeds: () => deeds,
    shown: () => replies.map(textOf).join("\n---\n"),
    input,
    press: (action) => input({ type: "pressed", action }),
    type: (text) => input({ type: "typed", messageId: next(), text }),
    send(...texts) {
      const pieces = texts.map((text): Piece => ({ messageId: next(), part: "text", text }));
      input({ type: "pieces", pieces });
    },
  };
}

function textOf(reply: DeskReply): string {
  return reply.type === "notice" ? `! ${reply.text}` : visible(reply.message);
}

/** The presses that the last replies offer. */
export function offered(replies: readonly DeskReply[]): readonly DeskAction[] {
  return replies
    .flatMap((reply) => (reply.type === "notice" ? [] : (reply.message.keyboard ?? [])))
    .flat()
    .flatMap((button) => {
      const press = button.type === "press" ? decodeDeskPress(button.data) : undefined;
      return press !== undefined && "action" in press ? [press.action] : [];
    });
}

export const headline = { ar: "غارات على الغوطة الشرقية", en: "Air strikes on Eastern Ghouta" };
export const excerpt = {
  ar: "أغارت طائرات حربية على بلدات في الغوطة الشرقية، وأوقعت قتلى من المدنيين بينهم أطفال.",
  en: "Warplanes bombed towns in Eastern Ghouta, killing civilians, children among them.",
};

/** Up to the first figure. */
export function withArticle(context?: DeskContext): Editor {
  const editor = anEditor(context);
  editor.send(firstHalf, secondHalf);
  editor.press({ type: "read" });
  return editor;
}

/** Keeps these figures, drops all others, and fills in the rest. */
export function toPreview(editor: Editor, kept: readonly string[] = ["f1", "f2", "f3"]): Editor {
  for (const { figure } of editor.draft().figures) {
    const type = kept.includes(figure.id) ? "keep" : "drop";
    editor.press({ type, figure: figure.id });
  }
  editor.press({ type: "topic", topic: "ghouta" });
  editor.press({ type: "date", day: "2026-11-17" });
  editor.press({ type: "place", story: "ghta0207" });
  for (const text of [headline.ar, headline.en, excerpt.ar, excerpt.en]) editor.type(text);
  return editor;
}

export function askedNow(editor: Editor): string {
  return Object.values(askOf(editor.draft())).join(" ");
}
