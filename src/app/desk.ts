import { randomInt } from "node:crypto";
import { wordingOf } from "../commands/command.ts";
import { createDesk, type Desk } from "../desk/desk.ts";
import { freshId } from "../desk/story-file/fresh-id.ts";
import { extractFigures } from "../extraction/extract.ts";
import { readPrinting } from "../store/chats/chats.ts";
import { queueNotice } from "../store/runs/notices.ts";
import type { Database } from "../store/tables.ts";
import type { Publishing } from "./editions/publishing.ts";
import type { Editions } from "./editions/editions.ts";

export interface DeskSetting {
  readonly db: Database;
  readonly editions: Pick<Editions, "cleanSince">;
  readonly publish: Publishing["publish"];
  readonly editors: readonly number[];
  readonly needsApproval: boolean;
  readonly botUsername: string;
  readonly now: () => Date;
  /** Words to an editor were queued. */
  readonly onNotice: () => void;
}

/** The editors' desk of this bot. */
export function openDesk(setting: DeskSetting): Desk {
  const { db, editions, now, onNotice, ...rest } = setting;
  return createDesk({
    ...rest,
    db,
    isClean: () => editions.cleanSince() !== undefined,
    read: (text) => extractFigures(text),
    newId: ({ stories }) => freshId(new Set(stories.keys()), (limit) => randomInt(limit)),
    async tell(editor, key, make) {
      const wording = wordingOf({ printing: await readPrinting(db, editor) });
      await queueNotice(db, { key, chatId: editor, message: make(wording) }, now());
      onNotice();
    },
  });
}
