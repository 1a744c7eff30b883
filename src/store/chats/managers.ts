import type { Selectable } from "kysely";
import type { KnownChat } from "./chats.ts";
import type { Database } from "../tables.ts";
import type { ChatTable } from "../tables/chats.ts";

/** A group or channel that somebody set up. */
export interface ManagedChat extends KnownChat {
  /** Whether anything can be sent to it, as we know. */
  readonly state: Selectable<ChatTable>["state"];
}

/** What is known of a chat; undefined for one that never chose anything. */
export async function findChat(db: Database, chatId: number): Promise<ManagedChat | undefined> {
  const row = await db
    .selectFrom("chats")
    .select(["id", "type", "title", "state"])
    .where("id", "=", chatId)
    .executeTakeFirst();
  return row && managedChat(row);
}

/** The groups and channels that a person set up, by their names. */
export async function listManaged(db: Database, personId: number): Promise<readonly ManagedChat[]> {
  const rows = await db
    .selectFrom("managers")
    .innerJoin("chats", "chats.id", "managers.chat_id")
    .select(["id", "type", "title", "state"])
    .where("person_id", "=", personId)
    .orderBy("title")
    .orderBy("id")
    .execute();
  return rows.map(managedChat);
}

/** Lists a group or channel, which must have its row, among those of a person. */
export async function addManager(db: Database, personId: number, chatId: number): Promise<void> {
  await db
    .insertInto("managers")
    .values({ person_id: personId, chat_id: chatId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a group or channel off a person's list; what it gets goes on. */
export async function dropManager(db: Database, personId: number, chatId: number): Promise<void> {
  await db
    .deleteFrom("managers")
    .where("person_id", "=", personId)
    .where("chat_id", "=", chatId)
    .execute();
}

/** Takes a group or channel off everybody's list. */
export async function dropManagers(db: Database, chatId: number): Promise<void> {
  await db.deleteFrom("managers").where("chat_id", "=", chatId).execute();
}

type ChatRow = Pick<Selectable<ChatTable>, "id" | "type" | "title" | "state">;

function managedChat({ title, ...chat }: ChatRow) {
  return { ...chat, ...(title !== null && { title }) };
}
