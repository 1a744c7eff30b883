import { languagesOf } from "../domain/printing.ts";
import { html, join } from "../rendering/html.ts";
import { say } from "../rendering/translate.ts";
import type { Command } from "./command.ts";
import { sendAll, text } from "./replies.ts";
import type { Request } from "./request.ts";

export const about: Command = {
  name: "about",
  access: "read",
  run: (request) => Promise.resolve(sendAll([page(request, "about")])),
};

export const privacy: Command = {
  name: "privacy",
  access: "read",
  run: (request) => Promise.resolve(sendAll([page(request, "privacy")])),
};

/** A page of our own in the languages that the chat reads. */
function page(request: Request, name: "about" | "privacy") {
  const blocks = languagesOf(request.printing).map(
    (language) =>
      html`<b>${say(language, `interface:${name}.title`)}</b>\n${say(language, `interface:${name}.text`)}`,
  );
  return text(join(blocks, "\n\n"));
}
