import type { Language } from "../../domain/language.ts";
import { html, join, type Html } from "../../rendering/text/html.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { listedNames } from "../names.ts";
import { sendAll, text } from "../replies.ts";
import type { Request } from "../request.ts";

export const help: Command = {
  name: "help",
  access: "read",
  run: (request) => Promise.resolve(sendAll([text(helpText(request))])),
};

/** Topics named in the help; /topics has the rest. */
const mostTopics = 12;

function helpText(request: Request): Html {
  const wording = wordingOf(request);
  const topics = [...request.edition.topics.values()].slice(0, mostTopics);
  const lead =
    request.chat.type === "private" && topics[0] !== undefined
      ? say(wording, "interface:help.private", { topic: topics[0].title[wording] })
      : say(wording, "interface:help.group");
  const topicLines = topics.map(({ id, title }) => line(request, wording, id, title[wording]));
  const commandLines = listedNames
    .filter((name) => name !== "help")
    .map((name) => line(request, wording, name, label(wording, `interface:command.${name}`)));
  return join(
    [
      html`<b>${say(wording, "interface:help.title")}</b>\n${lead}`,
      section(wording, "topics", topicLines),
      section(wording, "commands", commandLines),
    ],
    "\n\n",
  );
}

function section(wording: Language, name: "topics" | "commands", lines: readonly Html[]): Html {
  if (lines.length === 0) return html``;
  return html`<b>${say(wording, `interface:help.${name}`)}</b>\n${join(lines, "\n")}`;
}

/** In groups a command reaches the bot for sure only with its name (privacy mode). */
function line(request: Request, wording: Language, name: string, what: string): Html {
  const at = request.chat.type === "private" ? "" : `@${request.botUsername}`;
  return say(wording, "interface:help.line", { command: `/${name}${at}`, what });
}
