import { digitsOf } from "../../rendering/text/digits.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { say } from "../../rendering/text/translate.ts";
import type { Command } from "../command.ts";
import { sendPage } from "./page.ts";

export const privacy: Command = {
  name: "privacy",
  access: "read",
  async run(request) {
    return sendPage(request, (voice) => {
      const { language } = voice;
      const count = request.ledgerDays;
      const days = say(language, "interface:privacy.days", { count, n: formatCount(count, voice) });
      return {
        title: say(language, "interface:privacy.title"),
        words: digitsOf(say(language, "interface:privacy.text", { days }), voice),
      };
    });
  },
};
