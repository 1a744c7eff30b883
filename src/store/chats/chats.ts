import type { Kysely } from "kysely";
import { defaultPrinting, type Printing } from "../../domain/printing.ts";
import type { Database, Tables } from "../tables.ts";
import type { ChatType } from "../tables/chats.ts";
import { inTransaction } from "../transaction.ts";

export interface KnownChat {
  readonly id: number;
  readonly type: ChatType;
  /** Of a group or channel. */
  readonly title?: string | undefined;
}

/** What a chat chose, besides how it is written to. */
export interface ChatChoices {
  /** IANA; absent for the default one. */
  readonly zone?: string;
  /** Minutes of the chat's day, from inclusive, until exclusive; over midnight where from > until. */
  readonly quiet?: QuietHours;
}

export interface QuietHours {
  readonly from: number;
  readonly until: number;
}

/** How a chat is written to; a chat that chose nothing gets the defaults and leaves no row. */
export async function readPrinting(db: Database, chatId: number): Promise<Printing> {
  const row = await db
    .selectFrom("chats")
    .select(["language", "digits", "months"])
    .where("id", "=", chatId)
    .executeTakeFirst();
  return row ?? defaultPrinting;
}

/** Whether a chat has ever chosen anything. */
export async function isKnown(db: Database, chatId: number): Promise<boolean> {
  const row = await db.selectFrom("chats").select("id").where("id", "=", chatId).executeTakeFirst();
  return row !== undefined;
}

/** Makes sure that a chat has a row, with the type and title that it has now. */
export async function keepChat(db: Kysely<Tables>, chat: KnownChat, now: Date): Promise<void> {
  const known = { type: chat.type, ...(chat.title !== undefined && { title: chat.title }) };
  await db
    .insertInto("chats")
    .values({ id: chat.id, ...known, ...defaultPrinting, created_at: now.getTime() })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(known))
    .execute();
}

/** Keeps what a chat chose; the other choices stay as they are. */
export async function choosePrinting(
  db: Database,
  chat: KnownChat,
  choice: Partial<Printing>,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await keepChat(trx, chat, now);
    await trx.updateTable("chats").set(choice).where("id", "=", chat.id).execute();
  });
}

export async function readChoices(db: Database, chatId: number): Promise<ChatChoices> {
  const row = await db
    .selectFrom("chats")
    .select(["zone", "quiet_from as from", "quiet_until as until"])
    .where("id", "=", chatId)
    .executeTakeFirst();
  if (row === undefined) return {};
  const { zone, from, until } = row;
  return {
    ...(zone !== null && { zone }),
    ...(from !== null && until !== null && { quiet: { from, until } }),
  };
}

/** Sets the hours in which nothing makes a sound and alerts wait; none for no such hours. */
export async function chooseQuiet(
  db: Database,
  chat: KnownChat,
  quiet: QuietHours | undefined,
  now: Date,
): Promise<void> {
  const hours = { quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null };
  await inTransaction(db, async (trx) => {
    await keepChat(trx, chat, now);
    await trx.updateTable("chats").set(hours).where("id", "=", chat.id).execute();
  });
}

/** A group or channel has a new name. */
export async function retitle(db: Kysely<Tables>, chatId: number, title: string): Promise<void> {
  await db
    .updateTable("chats")
    .set({ title })
    .where("id", "=", chatId)
    .where((row) => row.or([row("title", "is", null), row("title", "!=", title)]))
    .execute();
}
