import { isolate, join, visible } from "../text/html.ts";
import type { Button, Keyboard, Made } from "./message.ts";
import type { Printing } from "../../domain/printing.ts";
import { encodePress } from "./press-data.ts";
import { historyLink } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { say } from "../text/translate.ts";
import { voicesOf } from "../text/voice.ts";

/** In the languages that the chat reads. */
function labelOf(printing: Printing): string {
  const labels = voicesOf(printing).map(({ language }, index) => {
    const words = say(language, "interface:button.history");
    return index === 0 ? words : isolate(words);
  });
  return visible(join(labels, " · "));
}

/** In a channel, where no button is pressed, it leads to the private chat. */
function historyButton(
  story: string,
  keyboard: Keyboard,
  made: Made,
  reference: Reference,
): Button {
  const label = labelOf(made.printing);
  const isPressed = keyboard.flat().some(({ type }) => type === "press");
  return isPressed
    ? { type: "press", label, data: encodePress({ type: "history", story }) }
    : { type: "link", label, url: historyLink(story, reference) };
}

function isSame(one: Button, other: Button): boolean {
  return one.type === "press"
    ? other.type === "press" && one.data === other.data
    : other.type === "link" && one.url === other.url;
}

/** A keyboard with a button to the history of each story that is told whole, and once only. */
export function withHistoryButtons(
  keyboard: Keyboard,
  made: Made,
  stories: readonly string[],
  reference: Reference,
): Keyboard {
  const isWhole = (story: string) =>
    made.pieces.some(({ of }) => of?.story === story && of.form.type === "story");
  const buttons = stories
    .filter(isWhole)
    .map((story) => historyButton(story, keyboard, made, reference))
    .filter((button) => !keyboard.flat().some((one) => isSame(one, button)));
  return [...keyboard, ...buttons.map((button) => [button])];
}
