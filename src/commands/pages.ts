import type { Language } from "../domain/language.ts";
import type { Keyboard } from "../rendering/message/message.ts";
import type { Press } from "../rendering/message/press.ts";
import { label } from "../rendering/text/translate.ts";
import { press } from "./replies.ts";

/** One page of a list; pages count from 0. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly page: number;
  readonly pages: number;
}

/** A page past the end is the last one: the list may have shrunk since its button was made. */
export function pageOf<T>(all: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(page, 0), pages - 1);
  return { items: all.slice(at * size, (at + 1) * size), page: at, pages };
}

/** Back and next, where there is something to go to. */
export function pageKeyboard(
  wording: Language,
  { page, pages }: Page<unknown>,
  to: (page: number) => Press,
): Keyboard {
  const row = [
    ...(page > 0 ? [press(label(wording, "interface:button.back"), to(page - 1))] : []),
    ...(page < pages - 1 ? [press(label(wording, "interface:button.next"), to(page + 1))] : []),
  ];
  return row.length === 0 ? [] : [row];
}
