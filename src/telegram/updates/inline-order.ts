/**
 * What stands for a chat in the order of a person's inline queries and of what they chose: no id of
 * a chat, so that neither waits for the answers in the person's private chat.
 */
export function inlineOrder(personId: number): number {
  return -(2 ** 52) - personId;
}
