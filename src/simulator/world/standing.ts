import type { MemberStatus } from "../control.ts";
import type { Chat, Member, PersonState } from "./model.ts";

/** Standings of those who are not in a chat. */
const absent: ReadonlySet<MemberStatus> = new Set(["left", "kicked"]);

export function isIn(chat: Chat, userId: number): boolean {
  const status = chat.members.get(userId)?.status;
  return status !== undefined && !absent.has(status);
}

export function isAdmin(chat: Chat, userId: number): boolean {
  const status = chat.members.get(userId)?.status;
  return status === "creator" || status === "administrator";
}

/** Whether a right is granted: all are, but those that the member's rights say no to. */
export function hasRight(member: Member, right: string): boolean {
  return member.rights?.[right] !== false;
}

/** Whether a person may write there; a channel is written to by its administrators. */
export function mayPost(chat: Chat, person: PersonState): boolean {
  const member = chat.members.get(person.id);
  if (chat.kind === "private") return chat.id === person.id;
  if (member === undefined || !isIn(chat, person.id)) return false;
  if (chat.kind === "channel") return isAdmin(chat, person.id);
  return member.status !== "restricted" || hasRight(member, "can_send_messages");
}
