import { digitChoices, languageChoices, monthChoices, type Printing } from "../domain/printing.ts";
import { html, join } from "../rendering/html.ts";
import type { Button, Message } from "../rendering/message.ts";
import type { Setting } from "../rendering/press.ts";
import { label, say } from "../rendering/translate.ts";
import { choosePrinting } from "../store/chats.ts";
import { wordingOf, type Command } from "./command.ts";
import { mark, notice, press, sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";

export const settings: Command = {
  name: "settings",
  access: "decide",
  run: (request) => Promise.resolve(sendAll([settingsPage(request)])),
};

export const language: Command = {
  name: "language",
  access: "decide",
  run: (request) => {
    const wording = wordingOf(request);
    const title = say(wording, "interface:settings.language");
    return Promise.resolve(sendAll([text(html`<b>${title}</b>`, [languageRow(request)])]));
  },
};

/** A press on a choice: kept, and the page shows it. */
export async function chooseSetting(
  request: Request,
  { name, value }: Setting,
): Promise<readonly Reply[]> {
  const choice: Partial<Printing> = { [name]: value };
  await choosePrinting(request.db, request.chat, choice, request.now);
  const chosen = { ...request, printing: { ...request.printing, ...choice } };
  return [
    notice(label(wordingOf(chosen), "interface:settings.saved")),
    { type: "edit", message: settingsPage(chosen) },
  ];
}

function settingsPage(request: Request): Message {
  const { language, digits, months } = request.printing;
  const wording = wordingOf(request);
  const line = (name: Setting["name"], value: string) =>
    html`${say(wording, `interface:settings.${name}`)}: <b>${value}</b>`;
  const words = join(
    [
      html`<b>${say(wording, "interface:settings.title")}</b>\n`,
      line("language", label(wording, `interface:language.${language}`)),
      line("digits", label(wording, `interface:digits.${digits}`)),
      line("months", label(wording, `interface:months.${months}`)),
    ],
    "\n",
  );
  return text(words, [languageRow(request), digitRow(request), monthRow(request)]);
}

function languageRow(request: Request): readonly Button[] {
  const { language } = request.printing;
  return languageChoices.map((value) =>
    choice(request, { name: "language", value }, value === language),
  );
}

function digitRow(request: Request): readonly Button[] {
  const { digits } = request.printing;
  return digitChoices.map((value) => choice(request, { name: "digits", value }, value === digits));
}

function monthRow(request: Request): readonly Button[] {
  const { months } = request.printing;
  return monthChoices.map((value) => choice(request, { name: "months", value }, value === months));
}

function choice(request: Request, setting: Setting, chosen: boolean): Button {
  const words = label(wordingOf(request), settingKey(setting));
  return press(mark(words, chosen), { type: "setting", ...setting });
}

function settingKey(setting: Setting) {
  switch (setting.name) {
    case "language":
      return `interface:language.${setting.value}` as const;
    case "digits":
      return `interface:digits.${setting.value}` as const;
    case "months":
      return `interface:months.${setting.value}` as const;
  }
}
