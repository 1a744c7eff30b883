import type { Language } from "../../domain/language.ts";
import { html, isolate, prose, type Html } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import { label, say, type Args, type Key } from "../../rendering/text/translate.ts";
import type { Voice } from "../../rendering/text/voice.ts";
import type { DeskContext, DeskReply, Scene } from "../dialogue/context.ts";
import { encodeDeskPress, type DeskAction } from "../dialogue/press.ts";

/** The voice of the desk's own words. */
export function voiceOf({ printing, wording }: DeskContext): Voice {
  return { ...printing, language: wording };
}

export function words({ context }: Scene, key: Key, args: Args = {}): Html {
  return say(context.wording, key, args);
}

export function labelOf({ context }: Scene, key: Key, args: Args = {}): string {
  return label(context.wording, key, args);
}

/** A button of the draft with a label of the locale files. */
export function button(scene: Scene, key: Key, action: DeskAction): Button {
  return named(scene, labelOf(scene, key), action);
}

/** A button of the draft with a label of its own. */
export function named({ context }: Scene, name: string, action: DeskAction): Button {
  return { type: "press", label: name, data: encodeDeskPress({ draft: context.draftId, action }) };
}

export function inRows(buttons: readonly Button[], width: number): Keyboard {
  return buttons.flatMap((_, index) =>
    index % width === 0 ? [buttons.slice(index, index + width)] : [],
  );
}

export function message(text: Html | string, keyboard: Keyboard = []): Message {
  const shown = { html: html`${text}`.html };
  const rows = keyboard.filter((row) => row.length > 0);
  return rows.length === 0 ? shown : { ...shown, keyboard: rows };
}

export function send(...messages: readonly Message[]): readonly DeskReply[] {
  return messages.map((one) => ({ type: "send", message: one }));
}

export function edit(one: Message): DeskReply {
  return { type: "edit", message: one };
}

export function notice(scene: Scene, key: Key): DeskReply {
  return { type: "notice", text: labelOf(scene, key), alert: true };
}

/** Putting the whole aside, below every question. */
export function asideRow(scene: Scene): readonly Button[] {
  return [
    button(scene, "desk:draft.save", { type: "save" }),
    button(scene, "desk:draft.discard", { type: "discard" }),
  ];
}

/** At most so many characters of a text, on one line. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.replace(/\s+/g, " ").trim());
  return characters.length <= most
    ? characters.join("")
    : `${characters.slice(0, most - 1).join("")}…`;
}

/** Words of a text in its own language, which do not disturb the line that they stand in. */
export function quoted(text: string, language: Language): Html {
  return isolate(prose(text, language));
}
