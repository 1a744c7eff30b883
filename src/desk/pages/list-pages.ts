import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import { asOneRun, html, isolate, join, prose, type Html } from "../../rendering/text/html.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { formatMoment } from "./moment.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { StoredDraft } from "../../store/desk/drafts.ts";
import type { LogEntry } from "../../store/desk/log.ts";
import { stateOf } from "../state.ts";
import { encodeDeskPress } from "../dialogue/press.ts";
import { articleOf } from "../dialogue/draft.ts";
import { inRows, message, shortened } from "./parts.ts";

/** How a list is written, and for whom. */
export interface Reader {
  readonly id: number;
  readonly printing: Printing;
  readonly wording: Language;
  /** IANA. */
  readonly zone: string;
}

/** The drafts that can be taken up, each with a button; others' drafts can be looked at. */
export function draftsPage(reader: Reader, drafts: readonly StoredDraft[]): Message {
  const { wording } = reader;
  if (drafts.length === 0) return message(say(wording, "desk:drafts.none"));
  const lines = drafts.map((draft, index) => draftLine(reader, draft, index + 1));
  const buttons = drafts.map((draft, index) => draftButton(reader, draft, index + 1));
  const text = join([html`<b>${say(wording, "desk:drafts.title")}</b>`, ...lines], "\n");
  return message(text, inRows(buttons, 2));
}

function numbered({ printing, wording }: Reader, number: number): string {
  return formatCount(number, { ...printing, language: wording });
}

function draftLine(reader: Reader, draft: StoredDraft, number: number): Html {
  const { wording } = reader;
  const status = draft.status === "open" || draft.status === "waiting" ? draft.status : "saved";
  return say(wording, "desk:drafts.line", {
    n: numbered(reader, number),
    name: nameOf(draft, wording),
    status: say(wording, `desk:drafts.${status}`),
    at: formatMoment(draft.updatedAt, reader),
  });
}

/** A headline, or the beginning of the article. */
function nameOf(draft: StoredDraft, wording: Language): Html {
  const state = stateOf(draft);
  const headline = state.headline[wording] ?? state.headline.ar ?? state.headline.en;
  const name = shortened(headline ?? articleOf(state), 60);
  return name === "" ? say(wording, "desk:drafts.unnamed") : isolate(prose(name, wording));
}

function draftButton(reader: Reader, draft: StoredDraft, number: number): Button {
  const own = draft.editorId === reader.id;
  const key = own ? "desk:drafts.take" : "desk:drafts.look";
  const type = own ? "resume" : "preview";
  const data = encodeDeskPress({ draft: draft.id, action: { type } });
  return {
    type: "press",
    label: label(reader.wording, key, { n: numbered(reader, number) }),
    data,
  };
}

const actions = [
  "began",
  "added",
  "edited",
  "read",
  "kept",
  "dropped",
  "count",
  "qualifier",
  "who",
  "source",
  "group",
  "time",
  "scope",
  "ties",
  "hurried",
  "calmed",
  "place",
  "topic",
  "date",
  "headline",
  "excerpt",
  "saved",
  "resumed",
  "discarded",
  "submitted",
  "returned",
  "published",
] as const;

interface LogPage {
  readonly page: number;
  readonly entries: readonly LogEntry[];
  readonly isLast: boolean;
}

/** What the editors did: a page of lines, the newest first. */
export function logPage(reader: Reader, { page, entries, isLast }: LogPage): Message {
  const { wording } = reader;
  if (entries.length === 0) return message(say(wording, "desk:log.none"));
  const lines = entries.map((entry) => logLine(reader, entry));
  const turn = (key: "desk:log.newer" | "desk:log.older", to: number): Button => ({
    type: "press",
    label: label(wording, key),
    data: encodeDeskPress({ log: to }),
  });
  const turns = [
    ...(page > 0 ? [turn("desk:log.newer", page - 1)] : []),
    ...(isLast ? [] : [turn("desk:log.older", page + 1)]),
  ];
  const text = join([html`<b>${say(wording, "desk:log.title")}</b>`, ...lines], "\n");
  return message(text, [turns]);
}

function logLine(reader: Reader, { at, by, action, draftId, detail }: LogEntry): Html {
  const { wording } = reader;
  const known = actions.find((name) => name === action) ?? "other";
  const what = say(wording, `desk:log.${known}`, {
    draft: numbered(reader, draftId),
    what: asOneRun(detail["what"] ?? "–"),
  });
  return say(wording, "desk:log.line", {
    at: formatMoment(at, reader),
    editor: asOneRun(shortened(by.name === "" ? String(by.id) : by.name, 40)),
    what,
  });
}
