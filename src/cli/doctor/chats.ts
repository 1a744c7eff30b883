import { setTimeout } from "node:timers/promises";
import { subscribedPlaces } from "../../store/subscriptions/places.ts";
import type { KnownChat } from "../../store/chats/chats.ts";
import type { Database } from "../../store/tables.ts";
import type { Client } from "../../telegram/api/client.ts";
import { canPost } from "../../telegram/answering/elsewhere.ts";
import { bad, ok, warn, type Finding } from "./finding.ts";

/** Groups and channels that are asked about, and the ms between two questions. */
const mostAsked = 200;
const pause = 50;

/** Whether we may write where subscriptions lead: groups and channels, the newest first. */
export async function checkChats(
  client: Client,
  db: Database,
  botId: number,
): Promise<readonly Finding[]> {
  const { chats, total } = await subscribedPlaces(db, mostAsked);
  const findings: Finding[] = [];
  for (const chat of chats) {
    findings.push(...(await checkChat(client, chat, botId)));
    await setTimeout(pause);
  }
  const asked = total > chats.length ? `${chats.length} of ${total}` : String(total);
  return [ok("chats", `${asked} groups and channels with subscriptions asked about`), ...findings];
}

async function checkChat(
  client: Client,
  chat: KnownChat,
  botId: number,
): Promise<readonly Finding[]> {
  const result = await client.call("getChatMember", { chat_id: chat.id, user_id: botId });
  const about = `${chat.type} ${chat.title ?? chat.id}`;
  if (result.type === "ok") {
    if (canPost(chat, result.result)) return [];
    const right = chat.type === "channel" ? "post messages" : "send messages";
    return [
      bad(about, "we may not write there", `let an administrator give the right to ${right}`),
    ];
  }
  if (result.type === "refused" && result.code !== 429) {
    return [bad(about, result.description, "add the bot there again, or end the subscription")];
  }
  return [warn(about, "Telegram did not answer", "ask again later")];
}
