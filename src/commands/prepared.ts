import type { Edition } from "../domain/edition.ts";
import { wordingOf } from "./command.ts";
import type { Reply, Request } from "./request.ts";

/** Answers kept per edition; far more than are asked for between two editions. */
const mostAnswers = 5000;

const answers = new WeakMap<Edition, Map<string, readonly Reply[]>>();

/**
 * An answer that depends on nothing but the edition, `about`, and how the chat is written to: made
 * once and given to everybody who asks the same. An edition never changes, so no answer grows old.
 */
export function prepared(
  request: Request,
  about: readonly string[],
  make: () => readonly Reply[],
): readonly Reply[] {
  const { edition, printing, chat, editors, botUsername } = request;
  const { language, digits, months } = printing;
  const key = [
    ...about,
    language,
    digits,
    months,
    wordingOf(request),
    chat.type,
    editors.length > 0,
    botUsername,
  ].join(" ");
  const ofEdition = answers.get(edition) ?? new Map<string, readonly Reply[]>();
  answers.set(edition, ofEdition);
  const known = ofEdition.get(key);
  if (known !== undefined) return known;
  if (ofEdition.size >= mostAnswers) ofEdition.clear();
  const made = make();
  ofEdition.set(key, made);
  return made;
}
