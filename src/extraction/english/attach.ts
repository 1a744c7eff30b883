import type { Kind, Who } from "../../domain/figure.ts";
import { matchesOf, signsOf, type Match } from "../grammar/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { attach, type Attachment } from "./attachment.ts";
import { echoesOf } from "./echoes.ts";
import { foldParts } from "./fold-parts.ts";
import type { EnglishMark } from "./marks.ts";
import { munitionsOf } from "./munitions.ts";
import { partsOf } from "./parts.ts";
import { patterns } from "./patterns.ts";
import { siblingsOf } from "./siblings.ts";
import { isVetoed } from "./vetoes.ts";
import { zerosOf } from "./zeros.ts";

/** All of a sentence, each amount once; the table of patterns goes first to last. */
export function attachmentsOf(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
): readonly Attachment[] {
  if (!marks.some(({ sign }) => countable.test(sign))) return [];
  const folded = foldParts(marks);
  const signs = signsOf(folded.marks);
  const found = new Map<number, Attachment>();
  const keep = (one: Attachment): unknown =>
    found.has(one.mark) ||
    isVetoed({ marks: folded.marks, tokens }, one) ||
    found.set(one.mark, one);
  for (const pattern of patterns) {
    for (const match of matchesOf(folded.marks, pattern, signs)) {
      const one = attachmentOf(folded.marks, tokens, match);
      if (one !== undefined) keep(one);
    }
  }
  themselves(folded.marks, tokens).forEach(keep);
  siblingsOf(folded.marks, found).forEach(keep);
  echoesOf({ marks: folded.marks, tokens }, found).forEach(keep);
  munitionsOf(folded.marks, tokens).forEach(keep);
  for (const part of partsOf(marks, folded, found)) found.set(part.mark, part);
  zerosOf(marks, tokens).forEach(keep);
  return [...found.values()].flatMap(apart);
}

/** "no one was killed or injured" says two things. */
function apart(one: Attachment): readonly Attachment[] {
  const isBoth = one.amount.type === "zero" && one.kind === "killed_or_injured";
  if (!isBoth || one.harm === one.mark) return [one];
  return (["killed", "injured"] as const).map((kind) => ({ ...one, kind }));
}

/** Without one of these there is nothing to attach. */
const countable = /^[CEBHGJQZYN]$/;

function attachmentOf(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
  { groups }: Match,
): Attachment | undefined {
  const [at = -1] = groups["amount"] ?? [];
  const [harm = at] = groups["harm"] ?? [];
  const one = attach(marks, at, harm, kindOf(marks[harm], tokens));
  if (one === undefined) return undefined;
  const [whole] = groups["whole"] ?? [];
  if (whole !== undefined) return { ...one, whole };
  const isOver = groups["over"] !== undefined && one.qualifier === "exact";
  return { ...one, who: whomOf(marks, one, groups), ...(isOver && { qualifier: "more_than" }) };
}

/** "the number of civilians killed was 685". */
function whomOf(marks: readonly EnglishMark[], { who }: Attachment, groups: Match["groups"]): Who {
  const [at = -1] = groups["whom"] ?? [];
  return who === "persons" ? (marks[at]?.who ?? who) : who;
}

/** Hostages are held by those who took them, prisoners by a state. */
function kindOf(harm: EnglishMark | undefined, tokens: readonly Token[]): Kind {
  if (harm?.sign !== "K") return harm?.kind ?? "killed";
  const isAbducted = tokens.some(({ text }) => /^(?:hostages?|captives?|kidnap|abduct)/.test(text));
  return isAbducted ? "abducted" : "detained";
}

/** "12 deaths", "six wounded men", "14 bodies were recovered". */
function themselves(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
): readonly Attachment[] {
  const isFound = tokens.some(({ text }) => finding.test(text));
  return marks.flatMap(({ sign, kind, counted }, at) => {
    const isMany = sign === "E" && counted?.isImplicit === false;
    const is = sign === "H" || isMany || (sign === "Q" && isFound);
    const one = is && kind !== undefined ? attach(marks, at, at, kind) : undefined;
    if (one === undefined) return [];
    return [sign === "Q" ? { ...one, basis: "bodies_recovered" as const } : one];
  });
}

const finding =
  /^(?:recover(?:ed|ing)|found|discovered|retriev(?:ed|ing)|pull(?:ed|ing)|exhumed|unearthed|contain(?:ed|ing)|removed|identified|washed|arrived|received|brought|streets?|lay|lying|littered|strewn|counted|morgue|mortuary)$/;
