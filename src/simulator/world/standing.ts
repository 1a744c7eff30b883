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

/** Whether somebody runs a chat and has this right there; its creator has them all. */
export function hasAdminRight(chat: Chat, userId: number, right: string): boolean {
  const member = chat.members.get(userId);
  if (member?.status === "creator") return true;
  return member?.status === "administrator" && hasRight(member, right);
}

/** Whether a member of a group may do something: neither they nor all members are kept from it. */
export function isPermitted(chat: Chat, member: Member, right: string): boolean {
  if (member.status === "creator" || member.status === "administrator") return true;
  if (chat.permissions[right] === false) return false;
  return member.status !== "restricted" || hasRight(member, right);
}

/** Whether a topic is closed to a person: to all but the administrators of the group. */
export function isShut(chat: Chat, person: PersonState, threadId: number): boolean {
  return chat.topics.get(threadId)?.closed === true && !isAdmin(chat, person.id);
}

/** Whether a person may write there; a channel is written to by its administrators. */
export function mayPost(chat: Chat, person: PersonState): boolean {
  const member = chat.members.get(person.id);
  if (chat.kind === "private") return chat.id === person.id;
  if (member === undefined || !isIn(chat, person.id)) return false;
  if (chat.kind === "channel") return hasAdminRight(chat, person.id, "can_post_messages");
  return isPermitted(chat, member, "can_send_messages");
}
