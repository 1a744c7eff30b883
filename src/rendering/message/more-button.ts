import type { Window } from "../../domain/time/due.ts";
import type { Printing } from "../../domain/printing.ts";
import { isolate, join, visible } from "../text/html.ts";
import type { Button } from "./message.ts";
import { formatCount } from "../text/numbers.ts";
import { encodePress } from "./press-data.ts";
import { newsLink } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { say } from "../text/translate.ts";
import { voicesOf } from "../text/voice.ts";

interface Target {
  readonly window: Window;
  readonly to: "chat" | "channel";
}

/** Whole seconds around a window: nothing of it is left out. */
function secondsOf({ from, until }: Window) {
  return {
    from: Math.floor(from.getTime() / 1000),
    until: Math.ceil(until.getTime() / 1000),
  };
}

/** In the languages that the chat reads: the message is nobody's answer, so no person has a say. */
function labelOf(count: number, printing: Printing): string {
  const labels = voicesOf(printing).map((voice, index) => {
    const args = { count, n: formatCount(count, voice) };
    const words = say(voice.language, "printing:digest.button", args);
    return index === 0 ? words : isolate(words);
  });
  return visible(join(labels, " · "));
}

/** The button to all news of a window, of which so many were not told. */
export function moreButton(
  count: number,
  { window, to }: Target,
  printing: Printing,
  reference: Pick<Reference, "botUsername">,
): Button {
  const label = labelOf(count, printing);
  const seconds = secondsOf(window);
  return to === "channel"
    ? { type: "link", label, url: newsLink(seconds, reference) }
    : { type: "press", label, data: encodePress({ type: "news", ...seconds }) };
}
