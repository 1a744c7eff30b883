import type { Asked } from "../delivery/alerts.ts";
import type { AskedCorrection } from "../delivery/corrections.ts";
import type { Trouble } from "../delivery/trouble.ts";
import type { Printing } from "../domain/printing.ts";
import type { Log } from "../log.ts";
import type { Message } from "../rendering/message/message.ts";
import {
  alertQuestion,
  correctionQuestion,
  troubleNotice,
} from "../rendering/notices/editor-notices.ts";
import { readPrinting } from "../store/chats/chats.ts";
import { queueNotice } from "../store/runs/notices.ts";
import type { Database } from "../store/tables.ts";

/** Asks every editor whether an alert is to go out, in the transaction that keeps that. */
export async function askEditors(
  trx: Database,
  editors: readonly number[],
  { story, number, places }: Asked,
  now: Date,
): Promise<void> {
  for (const chatId of editors) {
    const message = alertQuestion({ story, number, places }, await readPrinting(trx, chatId));
    const key = `alert ${story.id} ${number} ${chatId}`;
    await queueNotice(trx, { key, chatId, message }, now);
  }
}

/** The same for a correction. */
export async function askAboutCorrection(
  trx: Database,
  editors: readonly number[],
  asked: AskedCorrection,
  now: Date,
): Promise<void> {
  for (const chatId of editors) {
    const message = correctionQuestion(asked, await readPrinting(trx, chatId));
    const key = `correction ${asked.story.id} ${asked.number} ${chatId}`;
    await queueNotice(trx, { key, chatId, message }, now);
  }
}

export interface TroubleParts {
  readonly db: Database;
  readonly editors: readonly number[];
  readonly now: () => Date;
  readonly log: Log;
}

/** Tells every editor of a trouble that wants one's eye, the rest being for the log; never rejects. */
export async function tellOfTrouble(
  { db, editors, now, log }: TroubleParts,
  trouble: Trouble,
): Promise<void> {
  const at = now();
  for (const chatId of editors) {
    try {
      const message = noticeOf(trouble, await readPrinting(db, chatId));
      const key = `trouble ${trouble.type} ${at.getTime()} ${chatId}`;
      if (message !== undefined) await queueNotice(db, { key, chatId, message }, at);
    } catch (error) {
      log.error({ editor: chatId, error: String(error) }, "an editor was not told of a trouble");
    }
  }
}

function noticeOf(trouble: Trouble, printing: Printing): Message | undefined {
  switch (trouble.type) {
    case "run paused":
    case "mostly gone":
    case "unpaid":
    case "behind":
      return troubleNotice(trouble, printing);
    case "bad message":
    case "outage":
    case "held long":
    case "unauthorized":
      return undefined;
  }
}
