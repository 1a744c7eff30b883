import type { Figure } from "../../domain/figure.ts";
import { amountPhrase } from "./amount.ts";
import type { Form, Noun, Stated } from "./amount.ts";
import { withGroup } from "./event.ts";
import type { Html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** A part of a whole with the noun that names it there. */
export interface Part {
  readonly figure: Figure;
  readonly noun: Noun;
}

/** A part that is neither none nor unreported. */
export interface Counted {
  readonly part: Part;
  readonly amount: Stated;
}

/** How many of what, and of which group: «11 عنصراً من القوات الموالية للنظام». */
export function partPhrase({ part, amount }: Counted, form: Form, voice: Voice): Html {
  const { figure, noun } = part;
  const phrase = amountPhrase({ amount, qualifier: figure.qualifier, noun }, form, voice);
  return withGroup(phrase, figure.group, voice);
}

/** «12 طفلاً و3 نساء ومسعفان», "12 children, 3 women and 2 medics". */
export function listed(phrases: readonly Html[], { language }: Voice): Html {
  const end = phrases.length - 1;
  return phrases.reduce((first, last, index) =>
    say(language, index === end ? "printing:list.pair" : "printing:list.more", { first, last }),
  );
}
