import { digitsOf } from "../../rendering/text/digits.ts";
import { say } from "../../rendering/text/translate.ts";
import type { Command } from "../command.ts";
import { sendPage } from "./page.ts";

export const about: Command = {
  name: "about",
  access: "read",
  async run(request) {
    return sendPage(request, (voice) => ({
      title: say(voice.language, "interface:about.title"),
      words: digitsOf(say(voice.language, "interface:about.text"), voice),
    }));
  },
};
