import { languagesOf, type Printing } from "../../domain/printing.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import { asOneRun, join, type Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { encodePress } from "../message/press-data.ts";
import { label, say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** A group or channel that something happened in, as its owner knows it. */
export interface Concerned {
  readonly id: number;
  readonly type: "group" | "channel";
  readonly title?: string | undefined;
}

/** To the owner: we may not write in a chat any more, and what helps. */
export function pausedNotice(chat: Concerned, printing: Printing): Message {
  const help = `interface:standing.paused${chat.type === "channel" ? "Channel" : "Group"}` as const;
  return inVoices(printing, (voice) => [
    say(voice.language, "interface:standing.paused", { chat: nameOf(chat, voice) }),
    join([say(voice.language, help), say(voice.language, "interface:standing.pausedWeek")], "\n"),
  ]);
}

/**
 * To the owner: a forum topic (0 for General) takes no messages, and what helps. A closed topic's
 * digest can be sent to General by a button.
 */
export function topicNotice(chat: Concerned, thread: number, printing: Printing): Message {
  const what = thread === 0 ? "general" : "topic";
  const args = thread === 0 ? { command: asOneRun("/subscribe") } : {};
  const message = inVoices(printing, (voice) => [
    say(voice.language, `interface:standing.${what}`, { chat: nameOf(chat, voice) }),
    say(voice.language, `interface:standing.${what}Help`, args),
  ]);
  if (thread === 0) return message;
  const words = languagesOf(printing).map((one) => label(one, "interface:standing.toGeneral"));
  const data = encodePress({ type: "general", chat: chat.id, thread });
  return { ...message, keyboard: [[{ type: "press", label: words.join(" · "), data }]] };
}

/** To a group that the bot was just added to; in a group a command names its bot. */
export function hello(botUsername: string, printing: Printing): Message {
  const command = asOneRun(`/subscribe@${botUsername}`);
  return inVoices(printing, ({ language }) => [
    say(language, "interface:standing.hello", { command }),
  ]);
}

function nameOf({ title }: Concerned, { language }: Voice): Html {
  return title === undefined ? say(language, "interface:standing.unnamed") : asOneRun(title);
}

/** A few lines, in each language that is read; they fit in one message. */
export function inVoices(printing: Printing, lines: (voice: Voice) => readonly Html[]): Message {
  const [message] = renderInVoices(printing, (voice) =>
    lines(voice).map((line) => block(line, voice)),
  );
  return message ?? { html: "" };
}
