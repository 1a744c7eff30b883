import type { Update } from "../../store/inbox.ts";
import { storeUpdates } from "../../store/inbox.ts";
import type { Database } from "../../store/tables.ts";
import { inlineOrder } from "./inline-order.ts";

/** The kinds that we ask for. An edited message is read at the desk alone. */
export const allowedUpdates: readonly string[] = [
  "message",
  "edited_message",
  "callback_query",
  "channel_post",
  "my_chat_member",
  "inline_query",
  "chosen_inline_result",
];

/** Where updates come in, however they come. */
export interface Receiver {
  /**
   * Stores updates in one transaction and returns when they are safe; throws where they could not
   * be stored. What has no `update_id` is none of Telegram's, and is left out.
   */
  receive(updates: readonly unknown[]): Promise<void>;
  /** One body of a webhook: `refused` where it is not an update. */
  accept(body: unknown): Promise<"stored" | "refused">;
}

export interface ReceiverParts {
  readonly db: Database;
  readonly now: () => Date;
  /** Called after updates were stored. */
  readonly onStored: () => void;
  /** Told of every update that was new. */
  readonly onUpdate?: (way: Way, kind: string) => void;
}

/** How updates come. */
export type Way = "polling" | "webhook";

interface ReadUpdate extends Update {
  /** One of those that we ask for, or `other`. */
  readonly kind: string;
}

export function createReceiver({ db, now, onStored, onUpdate }: ReceiverParts): Receiver {
  async function store(updates: readonly ReadUpdate[], way: Way): Promise<void> {
    const fresh = new Set(await storeUpdates(db, updates, now()));
    if (fresh.size > 0) onStored();
    for (const { updateId, kind } of updates) if (fresh.has(updateId)) onUpdate?.(way, kind);
  }
  return {
    receive: (updates) =>
      store(
        updates.map(readUpdate).filter((update) => update !== undefined),
        "polling",
      ),
    async accept(body) {
      const update = readUpdate(body);
      if (update === undefined) return "refused";
      await store([update], "webhook");
      return "stored";
    },
  };
}

/** The id of an update, or undefined for something that is not one. */
export function updateIdOf(value: unknown): number | undefined {
  const id = field(value, "update_id");
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

function readUpdate(value: unknown): ReadUpdate | undefined {
  const updateId = updateIdOf(value);
  if (updateId === undefined) return undefined;
  const kind = allowedUpdates.find((name) => field(value, name) !== undefined) ?? "other";
  return { updateId, chatId: chatIdOf(value), body: JSON.stringify(value), kind };
}

/**
 * The chat whose order the update keeps; a press keeps that of the chat it was made in, and what
 * comes through the inline mode one of the person's own.
 */
function chatIdOf(update: unknown): number {
  const inline = field(update, "inline_query") ?? field(update, "chosen_inline_result");
  const asker = field(field(inline, "from"), "id");
  if (typeof asker === "number" && Number.isSafeInteger(asker)) return inlineOrder(asker);
  const press = field(update, "callback_query");
  const holders = [...allowedUpdates.map((kind) => field(update, kind)), field(press, "message")];
  const ids = [
    ...holders.map((holder) => field(holder, "chat")),
    field(field(update, "callback_query"), "from"),
  ].map((owner) => field(owner, "id"));
  return ids.filter((id) => typeof id === "number").find(Number.isSafeInteger) ?? 0;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
