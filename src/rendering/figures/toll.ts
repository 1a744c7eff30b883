import type { Amount, Figure, Qualifier, Who } from "../../domain/figure.ts";
import { amountPhrase, hedgeOf } from "./amount.ts";
import type { Noun, Outcome, Stated } from "./amount.ts";
import { statementOf } from "./event.ts";
import type { Html } from "../text/html.ts";
import { isFeminine } from "./part-noun.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** The number that an amount comes down to, where it is one. */
export function numberOf(amount: Amount): number | undefined {
  if (amount.type === "count") return amount.count;
  return amount.type === "range" && amount.min === amount.max ? amount.max : undefined;
}

/** How near its number a count is: no lower than it, round it, or no higher. */
function boundOf(qualifier: Qualifier): "floor" | "about" | "ceiling" {
  const hedge = hedgeOf(qualifier);
  if (hedge === "about") return hedge;
  return hedge === "less_than" || hedge === "up_to" ? "ceiling" : "floor";
}

type Counted = Pick<Figure, "amount" | "qualifier">;

/**
 * Whether a count went up or down; undefined where that cannot be said of the two: of a range, a
 * word such as "dozens", none, or counts that are hedged in ways which do not compare.
 */
export function courseOf(was: Counted, now: Counted): "rises" | "falls" | undefined {
  const before = numberOf(was.amount) ?? 0;
  const after = numberOf(now.amount) ?? 0;
  const bound = boundOf(now.qualifier);
  const compare = before > 0 && after > 0 && bound !== "ceiling";
  if (!compare || before === after || boundOf(was.qualifier) !== bound) return undefined;
  if (after > before) return "rises";
  // "At least 35" does not say that "at least 38" and one more were not killed.
  return hedgeOf(was.qualifier) === hedgeOf(now.qualifier) ? "falls" : undefined;
}

/** A count without its noun: «38», «اثنين», "at least 38". */
export function bareCount(
  { who, qualifier }: Pick<Figure, "who" | "qualifier">,
  amount: Stated,
  voice: Voice,
): Html {
  const noun = isFeminine(who) ? "same_feminine" : "same";
  return amountPhrase({ amount, qualifier, noun }, "oblique", voice);
}

// «قتيل» is said of these with «من» and the plural: «12 قتيلاً من الأطفال».
const named: readonly Who[] = [
  "civilians",
  "children",
  "men",
  "women_and_children",
  "soldiers",
  "police",
  "security",
  "journalists",
  "medics",
  "un_personnel",
];

/** The noun that says both who they were and what became of them. */
function ownNoun(kind: Outcome, who: Who): Noun | undefined {
  if (who === "persons") return kind;
  if (who === "women") return `women_${kind}`;
  const counted = kind === "killed" || kind === "injured";
  return who === "civilians" && counted ? `civilians_${kind}` : undefined;
}

/**
 * A toll as Arabic counts it, after «إلى»: «41 قتيلاً مدنياً», «قتيلين من الأطفال»; undefined in
 * English, which has no such nouns, and where Arabic has none that comes naturally.
 */
export function tollPhrase(figure: Figure, voice: Voice): Html | undefined {
  const { kind, who, group, qualifier } = figure;
  const statement = statementOf(figure.amount);
  const nameless = kind === "munitions" || kind === "killed_or_injured" || group !== undefined;
  if (voice.language === "en" || nameless || statement.type !== "stated") return undefined;
  const { amount } = statement;
  const noun = ownNoun(kind, who);
  if (noun !== undefined) return amountPhrase({ amount, qualifier, noun }, "oblique", voice);
  if (!named.includes(who)) return undefined;
  const people = say(voice.language, `printing:nouns.${who}.plural`, {}, "definite");
  const outcome = amountPhrase({ amount, qualifier, noun: kind }, "oblique", voice);
  return say(voice.language, "printing:group", { amount: outcome, group: people });
}
