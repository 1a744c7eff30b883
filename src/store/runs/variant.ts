import {
  digitChoices,
  languageChoices,
  monthChoices,
  type Printing,
} from "../../domain/printing.ts";

/**
 * What the words of a run's message depend on: places with the same variant get the same message.
 * Its key is one text, written by SQL for thousands of places at once (see `reach.ts`).
 */
export interface Variant {
  readonly key: string;
  readonly printing: Printing;
  readonly audience: "chat" | "channel";
  /** Ids; none for all topics, and in an alert. */
  readonly topics: readonly string[];
  /** Where its news begins. */
  readonly newsFrom: Date;
  /** A line where nothing is new. */
  readonly emptyLine: boolean;
  /** The card of its first story. */
  readonly cards: boolean;
  /** The runs of the alerts that reached the place. */
  readonly alerts: readonly number[];
}

/** @throws RangeError for a key that `reach.ts` cannot have written. */
export function readVariant(key: string): Variant {
  const [language, digits, months, type, topics, from, extras, alerts] = key.split(" ");
  return {
    key,
    printing: {
      language: choice(languageChoices, language),
      digits: choice(digitChoices, digits),
      months: choice(monthChoices, months),
    },
    audience: type === "channel" ? "channel" : "chat",
    topics: list(topics),
    newsFrom: new Date(Number(from)),
    emptyLine: extras === "1" || extras === "3",
    cards: extras === "2" || extras === "3",
    alerts: list(alerts).map(Number),
  };
}

function choice<Choice>(choices: readonly Choice[], name: string | undefined): Choice {
  const found = choices.find((one) => one === name);
  if (found === undefined) throw new RangeError(`${name}: expected ${choices.join(", ")}`);
  return found;
}

function list(joined = ""): readonly string[] {
  return joined.split(",").filter((one) => one !== "");
}
