import { contentTrouble, type ContentTrouble } from "../../commands/editors/content-trouble.ts";
import { wordingOf } from "../../commands/command.ts";
import type { Log } from "../../log.ts";
import { readPrinting } from "../../store/chats/chats.ts";
import type { Database } from "../../store/tables.ts";
import type { Deliver } from "./deliver.ts";

export interface EditorNotice {
  readonly db: Database;
  readonly deliver: Deliver;
  readonly editors: readonly number[];
  readonly now: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Milliseconds that telling one editor may take. */
const patienceMs = 60_000;

/**
 * Tells each editor, in the private chat, what is wrong with the content folder, if anything is.
 * Never rejects: an editor who cannot be told is in the log.
 */
export async function tellEditors(notice: EditorNotice, trouble: ContentTrouble): Promise<void> {
  const { log } = notice;
  if (trouble.lines.length === 0) return;
  for (const editor of notice.editors) {
    try {
      await tellEditor(notice, editor, trouble);
    } catch (error) {
      log.error({ editor, error: String(error) }, "an editor was not told of the problems");
    }
  }
}

async function tellEditor(
  { db, deliver, now, signal }: EditorNotice,
  id: number,
  trouble: ContentTrouble,
): Promise<void> {
  const wording = wordingOf({ printing: await readPrinting(db, id) });
  const message = contentTrouble(trouble, wording);
  const deadline = new Date(now().getTime() + patienceMs);
  const place = { chat: { id, type: "private" } } as const;
  await deliver(place, [{ type: "send", message }], { signal, deadline });
}
