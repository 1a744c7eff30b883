import type { Scope } from "../../domain/figure.ts";
import arabic from "../lexicon/ar/periods.json" with { type: "json" };
import english from "../lexicon/en/periods.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { phrasesOf, type Phrases } from "../text/phrases.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

/** A time over which a sentence counts, and what such a count is; the day of an event is none. */
export interface Time {
  /** Tokens, both included. */
  readonly first: number;
  readonly last: number;
  readonly scope: Scope;
}

interface Words {
  readonly since: Phrases;
  readonly over: Phrases;
  /** What may follow "since" and "during". */
  readonly parts: ReadonlySet<string>;
  readonly months: Phrases;
}

const words: Readonly<Record<Sentence["language"], Words>> = {
  ar: {
    since: phrasesOf(arabic.since, ["و"]),
    over: phrasesOf(arabic.over, ["و"]),
    months: phrasesOf(arabic.months),
    parts: partsOf([...arabic.spans, ...arabic.measures, ...arabic.events, "سنة", "عام"]),
  },
  en: {
    since: phrasesOf(english.since),
    over: phrasesOf([...english.over, ...english.named]),
    months: phrasesOf(english.months),
    parts: partsOf(english.spans),
  },
};

function partsOf(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map(foldWord));
}

/** The times of a sentence, from its beginning to its end. */
export function timesOf({ language, tokens }: Sentence): readonly Time[] {
  const known = words[language];
  const times: Time[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const time = timeAt(tokens, at, known);
    if (time === undefined) continue;
    times.push(time);
    at = time.last;
  }
  return times;
}

/** A time is no longer. */
const longest = 10;

function timeAt(tokens: readonly Token[], at: number, known: Words): Time | undefined {
  const since = known.since.lengthAt(tokens, at);
  if (since > 0) return spanning(tokens, at, at + since, { known, scope: "cumulative" });
  const over = known.over.lengthAt(tokens, at);
  if (over > 0) return spanning(tokens, at, at + over, { known, scope: "period" });
  const month = known.months.lengthAt(tokens, at);
  if (month === 0) return undefined;
  // A day of the month is the day of an event; a month alone is a time to count over.
  const isDay = isDayNumber(tokens[at - 1]) || isDayNumber(tokens[at + month]);
  const year = isYear(tokens[at + month]) ? 1 : 0;
  return { first: at, last: at + month + year - 1, scope: isDay ? "incident" : "period" };
}

/** Undefined where no time follows: "since the", «منذ شهور». */
function spanning(
  tokens: readonly Token[],
  first: number,
  from: number,
  { known, scope }: { readonly known: Words; readonly scope: Scope },
): Time | undefined {
  const last = endOfTime(tokens, first, { from, known });
  const isWhole = from - first > 1 || last > from || tokens[last]?.type === "number";
  return last >= from - 1 && isWhole ? { first, last, scope } : undefined;
}

function endOfTime(
  tokens: readonly Token[],
  first: number,
  { from, known }: { readonly from: number; readonly known: Words },
): number {
  let last = from - 1;
  while (last - first < longest) {
    const token = tokens[last + 1];
    const month = known.months.lengthAt(tokens, last + 1);
    if (month > 0) last += month;
    else if (token !== undefined && isPart(token, known, tokens[last + 2])) last += 1;
    else if (isOfEvent(tokens, last + 1)) return last + 1;
    else break;
  }
  while (last >= from && dangling.has(tokens[last]?.text ?? "")) last -= 1;
  return last;
}

const events = new Set(arabic.events.map(foldWord));

/** «التدخل الروسي», «الحرب الأهلية»: the event's own adjective. */
function isOfEvent(tokens: readonly Token[], at: number): boolean {
  const isEvent = events.has(tokens[at - 1]?.text ?? "");
  return isEvent && /^ال.{2,}(?:ي|يه)$/u.test(tokens[at]?.text ?? "");
}

const dangling = new Set(["the", "of", "a", "and", "its", "من"]);

function isPart(token: Token, { parts }: Words, next: Token | undefined): boolean {
  if (token.type === "number") return true;
  if (token.type === "sign") return token.text === "/" && next?.type === "word";
  return parts.has(token.text) || isNumberWord(token.text);
}

/** Small numbers stand between "the past" and "days". */
function isNumberWord(text: string): boolean {
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|عشره|ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)$/.test(
    text,
  );
}

function isDayNumber(token: Token | undefined): boolean {
  return token?.type === "number" && /^\d{1,2}$/.test(token.text) && Number(token.text) <= 31;
}

function isYear(token: Token | undefined): boolean {
  return token?.type === "number" && /^(?:19|20)\d\d$/.test(token.text);
}
