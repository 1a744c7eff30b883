import { html } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import { languageButtons } from "../settings/main.ts";
import { openPage } from "../settings/open.ts";
import { readHere } from "../settings/target.ts";

export const settings: Command = {
  name: "settings",
  access: "decide",
  run: async (request) => sendAll([await openPage(request, await readHere(request), "main")]),
};

export const language: Command = {
  name: "language",
  access: "decide",
  run: async (request) => {
    const title = say(wordingOf(request), "interface:settings.language");
    const buttons = languageButtons(request, await readHere(request));
    return sendAll([text(html`<b>${title}</b>`, [buttons])]);
  },
};
