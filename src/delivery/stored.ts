import type { Keyboard, Made, Message } from "../rendering/message/message.ts";
import type { Shown } from "../store/ledger/shown.ts";
import type { StoredMessage } from "../store/runs/messages.ts";

/** A message as the store keeps it. */
export function stored(message: Message): StoredMessage {
  const { html, keyboard, picture } = message;
  const shown = shownOf(message);
  return {
    html,
    ...(keyboard && { keyboard }),
    ...(picture && { picture }),
    ...(shown && { shown }),
  };
}

/** Answers are made once and given to many (see commands/prepared.ts): theirs is one object. */
const known = new WeakMap<Message, Shown>();

/** What the ledger keeps of a message; undefined for one that shows no figures. */
export function shownOf(message: Message): Shown | undefined {
  const { made, keyboard } = message;
  if (made === undefined) return undefined;
  const shown = known.get(message) ?? { ...made, ...(keyboard && { keyboard }) };
  known.set(message, shown);
  return shown;
}

/** The same the other way round. */
export function madeOf({ printing, pieces, keyboard, shows }: Shown): {
  readonly made: Made;
  readonly keyboard: Keyboard | undefined;
} {
  // oxlint-disable typescript/no-unsafe-type-assertion -- what is kept is what a rendering made
  return {
    made: { printing, pieces: pieces as Made["pieces"], shows },
    keyboard: keyboard as Keyboard | undefined,
  };
  // oxlint-enable typescript/no-unsafe-type-assertion
}
