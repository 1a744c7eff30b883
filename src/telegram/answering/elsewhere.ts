import type { Elsewhere, Person, Right } from "../../commands/request.ts";
import type { KnownChat } from "../../store/chats/chats.ts";
import type { Result } from "../api/methods.ts";
import { patiently, type Turn } from "../sending/patience.ts";
import type { Witness } from "./sender.ts";

type Member = Result<"getChatMember">;

/** Asks Telegram about other chats for as long as the turn lasts; no answer is a no. */
export function lookElsewhere(
  witness: Witness,
  { person, botId }: { readonly person: Person | undefined; readonly botId: number },
  turn: Turn,
): Elsewhere {
  const { client } = witness;

  async function memberOf(chat: KnownChat, userId: number): Promise<Member | undefined> {
    const params = { chat_id: chat.id, user_id: userId };
    const outcome = await patiently(witness, turn, () =>
      client.call("getChatMember", params, { signal: turn.signal }),
    );
    return outcome.type === "sent" ? outcome.result : undefined;
  }

  return {
    async find(address) {
      const outcome = await patiently(witness, turn, () =>
        client.call("getChat", { chat_id: address }, { signal: turn.signal }),
      );
      if (outcome.type !== "sent") return undefined;
      const { id, type, title } = outcome.result;
      return { id, type, title };
    },
    async mayDecide(chat) {
      if (chat.type === "private" || person === undefined) return "no";
      return rightOf(chat, await memberOf(chat, person.id));
    },
    async mayPost(chat) {
      const member = await memberOf(chat, botId);
      return member !== undefined && canPost(chat, member);
    },
  };
}

function rightOf(chat: KnownChat, member: Member | undefined): Right {
  if (member === undefined) return "away";
  const isAdmin = ["creator", "administrator"].includes(member.status);
  return isAdmin && canPost(chat, member) ? "yes" : "no";
}

/** Whether a member may write in a chat; in a channel, post. */
export function canPost(chat: KnownChat, member: Member): boolean {
  const { status } = member;
  if (status === "creator") return true;
  if (chat.type === "channel")
    return status === "administrator" && member.can_post_messages === true;
  if (status === "restricted") return member.can_send_messages === true;
  return status === "administrator" || status === "member";
}
