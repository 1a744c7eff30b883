import { contentTrouble } from "../commands/content-trouble.ts";
import { wordingOf } from "../commands/command.ts";
import { readPrinting } from "../store/chats.ts";
import type { Database } from "../store/database.ts";
import type { Deliver } from "./deliver.ts";

export interface EditorNotice {
  readonly db: Database;
  readonly deliver: Deliver;
  readonly editors: readonly number[];
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Milliseconds that telling an editor may take. */
const patienceMs = 60_000;

/** Tells each editor, in the private chat, what is wrong with the content folder. */
export async function tellEditors(
  { db, deliver, editors, now, signal }: EditorNotice,
  problems: readonly string[],
): Promise<void> {
  const deadline = new Date(now().getTime() + patienceMs);
  for (const id of editors) {
    const wording = wordingOf({ printing: await readPrinting(db, id) });
    const message = contentTrouble(problems, wording);
    const place = { chat: { id, type: "private" } } as const;
    await deliver(place, [{ type: "send", message }], { signal, deadline });
  }
}
