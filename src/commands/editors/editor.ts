import type { Request } from "../request.ts";

/** An editor, in their private chat: elsewhere others would read along. */
export function isEditor({ chat, person, editors }: Request): boolean {
  return chat.type === "private" && person !== undefined && editors.includes(person.id);
}
