import type { Modality } from "../figure.ts";
import type { Token } from "../text/tokens.ts";
import type { Attachment } from "./attachment.ts";
import { textAt } from "./lookup.ts";
import { isMay, type EnglishMark } from "./marks.ts";

const denial = /^(?:denied|denies|deny|denying|refuted|rejected|dismissed|disputed)$/;
const falsehood = /^(?:false|untrue|baseless|fabricated|unfounded)$/;
const forecast =
  /^(?:will|would|expected|projected|forecast|predicted|predicts|predict|threatened|threatening|vowed)$/;
const doubt =
  /^(?:may|might|could|feared|fear|fears|believed|presumed|thought|if|unless|intended|planned|plotted|plotting|planning|plot|plan|tried|trying|attempted|attempt|aimed|wanted|want|suspected|possibly|probably|likely)$/;

/** Whether the sentence says that it happened: words before the verb, in its clause. */
export function modalityOf(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
  one: Attachment,
): Modality {
  const { first, last } = one;
  const isDenied = isDeniedBy(tokens.slice(Math.max(0, first - 20), first));
  const isFalse = tokens.slice(last, last + 8).some(({ text }) => falsehood.test(text));
  if (isDenied || isFalse) return "denied";
  if (isImagined(tokens)) return "hypothetical";
  const start = clauseStart(marks, Math.min(one.mark, one.harm));
  const from = marks[start]?.first ?? first;
  if (/^(?:if|unless)$/.test(textAt(tokens, from - 1))) return "hypothetical";
  const to = marks[Math.max(one.mark, one.harm)]?.first ?? first;
  const isPassive = one.harm > one.mark;
  const words = tokens
    .slice(from, to)
    .filter((token) => !isMay(token) && !(isPassive && intent.test(token.text)));
  const modality = modalityIn(
    words.map(({ text }) => text),
    isPassive,
  );
  return one.kind === "munitions" && modality === "hypothetical" ? "asserted" : modality;
}

/** "denied that any had died and said four were hurt" denies only the first. */
function isDeniedBy(before: readonly Token[]): boolean {
  const denied = before.findLastIndex(({ text }) => denial.test(text));
  const rest = before.slice(denied + 1).map(({ text }) => text);
  return (
    denied >= 0 &&
    !/ (?:and|but) (?:said|says|told|acknowledged|admitted|confirmed|put) /.test(
      ` ${rest.join(" ")} `,
    )
  );
}

/** Of those harmed: "three men who tried to flee were killed". */
const intent = /^(?:tried|trying|attempted|attempting|wanted|planned|planning)$/;

/** Of a drill or a plan. */
const imagined = /^(?:scenarios?|simulation)$/;

const known = new WeakMap<readonly Token[], boolean>();

/** Remembered: it is asked for each figure of a sentence. */
function isImagined(tokens: readonly Token[]): boolean {
  const before = known.get(tokens);
  if (before !== undefined) return before;
  const is = tokens.some(({ text }) => imagined.test(text));
  known.set(tokens, is);
  return is;
}

function modalityIn(words: readonly string[], isPassive: boolean): Modality {
  if (words.some((word) => forecast.test(word))) return "forecast";
  if (growth.test(words.join(" "))) return "forecast";
  const doubtful = words.findIndex((word) => doubt.test(word));
  if (doubtful < 0) return "asserted";
  const isBe = words[doubtful + 1] === "be" && (!isPassive || words.at(-1) !== "be");
  const isCause = words[doubtful] === "could" && words.at(-1) !== "have" && !isBe;
  return isCause ? "forecast" : "hypothetical";
}

/** "the toll could pass 2,500". */
const growth = /\bcould (?:still |yet |well )?(?:pass|rise|reach|exceed|climb|grow|top|surpass)\b/;

/** Another figure, verb of harm or clause stands before it. */
function clauseStart(marks: readonly EnglishMark[], at: number): number {
  const from = Math.max(0, at - 10);
  let start = at;
  while (start > from && !/^[;k:VDSs,CEBHGT-]$/.test(marks[start - 1]?.sign ?? "")) start -= 1;
  return start;
}
