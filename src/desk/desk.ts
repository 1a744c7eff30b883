import { findOpenDraft, listDrafts, openDraft } from "../store/desk/drafts.ts";
import { readLog } from "../store/desk/log.ts";
import type { Message } from "../rendering/message/message.ts";
import { label } from "../rendering/text/translate.ts";
import type { DeskInput, DeskReply } from "./dialogue/context.ts";
import { newDraft } from "./dialogue/draft.ts";
import { decodeDeskPress } from "./dialogue/press.ts";
import { step } from "./dialogue/step.ts";
import { meantBy, piecesOf, type Heard } from "./heard.ts";
import { draftsPage, logPage, type Reader } from "./pages/list-pages.ts";
import { message, send } from "./pages/parts.ts";
import { pressDraft } from "./press-draft.ts";
import { stateOf } from "./state.ts";
import { takeStep } from "./take-step.ts";
import { contextOf, refusal, type DeskParts, type Visit } from "./visit.ts";

export interface Desk {
  /** Undefined where a message is none of the desk's business. */
  readonly hear: (visit: Visit, heard: Heard) => Promise<readonly DeskReply[] | undefined>;
  readonly press: (visit: Visit, data: string) => Promise<readonly DeskReply[]>;
  readonly drafts: (visit: Visit) => Promise<readonly DeskReply[]>;
  readonly log: (visit: Visit) => Promise<readonly DeskReply[]>;
}

/** Drafts and lines of the log on one page. */
const mostDrafts = 20;
const logLines = 15;

/** The editors' desk: whatever happens, a draft is as the store has it. */
export function createDesk(parts: DeskParts): Desk {
  return {
    hear: (visit, heard) => hear(parts, visit, heard),
    async press(visit, data) {
      const press = decodeDeskPress(data);
      if (press === undefined) return [refusal(visit, "desk:press.old")];
      if ("log" in press) {
        return [{ type: "edit", message: await logAt(parts, visit, press.log) }];
      }
      return pressDraft(parts, visit, press);
    },
    async drafts(visit) {
      const drafts = await listDrafts(parts.db, visit.editor.id, mostDrafts);
      return send(draftsPage(readerOf(visit), drafts));
    },
    log: async (visit) => send(await logAt(parts, visit, 0)),
  };
}

function readerOf({ editor, printing, wording, zone }: Visit): Reader {
  return { id: editor.id, printing, wording, zone };
}

async function logAt({ db }: DeskParts, visit: Visit, page: number): Promise<Message> {
  return logPage(readerOf(visit), { page, ...(await readLog(db, { page, size: logLines })) });
}

async function hear(
  parts: DeskParts,
  visit: Visit,
  heard: Heard,
): Promise<readonly DeskReply[] | undefined> {
  const open = await findOpenDraft(parts.db, visit.editor.id);
  const meant = meantBy(heard, open && stateOf(open), visit.wording);
  if (meant === undefined) return heard.edited ? [] : undefined;
  const input = meant.type === "article" ? await articleInput(heard) : meant;
  if (input === "unreadable" || input === "later") return refuseFile(visit, input);
  return open === undefined ? begin(parts, visit, input) : takeStep(parts, visit, open, input);
}

async function articleInput(heard: Heard): Promise<DeskInput | "unreadable" | "later"> {
  const pieces = await piecesOf(heard);
  return typeof pieces === "string"
    ? pieces === "text"
      ? "later"
      : pieces
    : { type: "pieces", pieces };
}

function refuseFile({ wording }: Visit, why: "unreadable" | "later"): readonly DeskReply[] {
  const key = why === "later" ? "desk:article.later" : "desk:article.file";
  return send(message(label(wording, key)));
}

/** The first part of an article begins a draft, unless there is nothing in it. */
async function begin(
  parts: DeskParts,
  visit: Visit,
  input: DeskInput,
): Promise<readonly DeskReply[]> {
  const blank = newDraft(parts.newId(visit.edition));
  const first = step(blank, input, contextOf(parts, visit, 1));
  const [added] = first.deeds;
  if (added === undefined) return first.replies;
  const doing = { by: visit.editor, now: visit.now };
  const opened = await openDraft(parts.db, doing, {
    state: JSON.stringify(first.draft),
    deed: { ...added, action: "began" },
  });
  if (opened === undefined) throw new Error("the editor has opened another draft meanwhile");
  // Its buttons name the draft, which has a number only now.
  return step(blank, input, contextOf(parts, visit, opened.id)).replies;
}
