import type { Figure } from "../../domain/figure.ts";
import { amountPhrase } from "./amount.ts";
import { html } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

type Rated = Pick<Figure, "rate" | "who" | "attribution">;

/** A line with the rate that its source gave beside its count, said to be that source's own. */
export function ratedBySource(line: Html, { rate, who, attribution }: Rated, voice: Voice): Html {
  if (rate === undefined) return line;
  const { language } = voice;
  const { count, per } = rate;
  const quantity = { amount: { type: "count", count }, qualifier: "exact", noun: who } as const;
  // Arabic repeats the noun («28 برميلاً متفجراً يومياً»), English leaves it out ("28 a day").
  const amount =
    language === "ar"
      ? amountPhrase(quantity, "oblique", voice)
      : html`${formatCount(count, voice)}`;
  const said = say(language, `printing:rate.${per}`, { amount });
  const whose = attribution.type === "stated" ? "own" : "reported";
  return say(language, `printing:rate.${whose}`, { line, rate: said });
}
