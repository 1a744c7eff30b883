import type { Figure } from "../../domain/figure.ts";
import { amountPhrase, hedgeOf } from "../figures/amount.ts";
import { eventPhrase, statementOf } from "../figures/event.ts";
import { bareCount } from "../figures/toll.ts";
import type { ChartValue } from "../message/picture.ts";
import { visible } from "../text/html.ts";
import type { Voice } from "../text/voice.ts";

/** An amount as it is drawn: a bound as a bound, and what is no number without a height. */
export function valueOf({ amount, qualifier }: Pick<Figure, "amount" | "qualifier">): ChartValue {
  const statement = statementOf(amount);
  if (statement.type !== "stated") return { type: statement.type };
  const { amount: stated } = statement;
  if (stated.type === "vague") return { type: "vague" };
  if (stated.type === "range" && stated.min !== stated.max) {
    return { type: "range", min: stated.min, max: stated.max };
  }
  const count = stated.type === "range" ? stated.max : stated.count;
  return { type: signOf(qualifier), count };
}

function signOf(qualifier: Figure["qualifier"]): "exact" | "about" | "low" | "high" {
  switch (hedgeOf(qualifier)) {
    case "at_least":
    case "more_than":
      return "low";
    case "up_to":
    case "less_than":
      return "high";
    case "about":
      return "about";
    case undefined:
    default:
      return "exact";
  }
}

/** The numbers that a value reaches up to; none of a word. */
export function heightOf(value: ChartValue): number {
  if ("count" in value) return value.count;
  return "max" in value ? value.max : 0;
}

/** An amount in short, with its hedge: «ما لا يقل عن 75», "dozens of civilians". */
export function labelOf(figure: Figure, voice: Voice): string {
  const statement = statementOf(figure.amount);
  if (statement.type !== "stated") return visible(eventPhrase(figure, voice));
  const { amount } = statement;
  const { qualifier, who: noun } = figure;
  return visible(
    amount.type === "vague"
      ? amountPhrase({ amount, qualifier, noun }, "subject", voice)
      : bareCount(figure, amount, voice),
  );
}
