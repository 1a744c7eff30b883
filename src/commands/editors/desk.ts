import { say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";

/** What editors have at their desk, in the private chat; others are told that it is for editors. */
export const drafts: Command = {
  name: "drafts",
  access: "read",
  run: (request) =>
    Promise.resolve(sendAll([text(say(wordingOf(request), "interface:confirm.editors"))])),
};

export const log: Command = { ...drafts, name: "log" };
