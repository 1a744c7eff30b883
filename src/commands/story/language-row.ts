import { languageChoices, type Printing } from "../../domain/printing.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import type { Press } from "../../rendering/message/press.ts";
import { label } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { mark, press } from "../replies.ts";
import type { Request } from "../request.ts";

type Shown = Printing["language"];

/** What the buttons change: how it reads in both languages, what is shown, and what turns it. */
interface Changed {
  readonly both: readonly Message[];
  readonly shown: Shown;
  readonly to: (language: Shown) => Press;
}

/**
 * Buttons that change a message's language in place. Both languages are offered only where they
 * fit in one message, because one message cannot become two.
 */
export function languageRow(request: Request, { both, shown, to }: Changed): readonly Button[] {
  const offered = languageChoices.filter((one) => one !== "both" || both.length === 1);
  return offered.map((language) => {
    const words = label(wordingOf(request), `interface:language.${language}`);
    return press(mark(words, language === shown), to(language));
  });
}
