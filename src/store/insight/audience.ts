import type { Selectable } from "kysely";
import type { ChatTable, ChatType, SubscriptionTable } from "../tables/chats.ts";
import type { Database } from "../tables.ts";
import { sliceSize, upward } from "./slices.ts";

export interface ChatCount {
  readonly type: ChatType;
  readonly state: Selectable<ChatTable>["state"];
  readonly count: number;
}

/** Chats that have chosen something, by kind and state. */
export async function countChats(db: Database): Promise<readonly ChatCount[]> {
  return upward((after) => {
    const slice = db
      .selectFrom("chats")
      .select(["id", "type", "state"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(sliceSize);
    return db
      .selectFrom(slice.as("slice"))
      .select(["type", "state", (row) => row.fn.countAll<number>().as("count")])
      .select((row) => row.fn.max<number>("id").as("last"))
      .groupBy(["type", "state"])
      .execute();
  });
}

export interface SubscriptionCount {
  readonly state: SubscriptionTable["state"];
  readonly alerts: SubscriptionTable["alerts"];
  readonly count: number;
}

/** Subscriptions by state, and whether they are to urgent news too. */
export async function countSubscriptions(db: Database): Promise<readonly SubscriptionCount[]> {
  return upward((after) => {
    const slice = db
      .selectFrom("subscriptions")
      .select(["id", "state", "alerts"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(sliceSize);
    return db
      .selectFrom(slice.as("slice"))
      .select(["state", "alerts", (row) => row.fn.countAll<number>().as("count")])
      .select((row) => row.fn.max<number>("id").as("last"))
      .groupBy(["state", "alerts"])
      .execute();
  });
}
