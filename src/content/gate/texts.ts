import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { numbersIn } from "../../extraction/numbers.ts";
import { shown, type Complaint, type Level } from "../problem.ts";
import { addedUp } from "./added-up.ts";
import { placeOf, type Claim } from "./claims.ts";
import { found, type Finding } from "./finding.ts";
import { isSame, isSure, likeness } from "./likeness.ts";
import { numbersOf, standsIn } from "./numbers.ts";
import { meantBy, type Judged, type Meant } from "./judged.ts";

/** What the texts state and the record does not, in number, kind, whom or hedge. */
export function textComplaints(judged: readonly Judged[], story: Story): readonly Complaint[] {
  const parts = addedUp(judged, story);
  return judged
    .filter(({ claim, same }) => same.length === 0 && !parts.has(claim))
    .filter(({ claim }) => !isHeadlined(claim, story))
    .flatMap(({ claim }) => complaintAbout(claim, judged, story));
}

/** A headline may say "dozens" of what the record counts. */
function isHeadlined({ field, read }: Claim, story: Story): boolean {
  if (field !== "headline" || read.amount.type !== "vague") return false;
  return figuresOf(story)
    .map((figure) => likeness(read, figure))
    .some(({ kind, who, amount }) => kind === "same" && who !== "other" && amount === "near");
}

function complaintAbout(
  claim: Claim,
  judged: readonly Judged[],
  story: Story,
): readonly Complaint[] {
  const meant = meantBy(claim, judged, story);
  // "A nurse was among them" counts nobody.
  if (meant === undefined && isOneUnsaid(claim)) return [];
  return [{ ...placeOf(claim), ...complaintOf(claim, meant, judged, story) }];
}

type Words = Omit<Complaint, "path" | "words">;

function complaintOf(
  claim: Claim,
  meant: Meant | undefined,
  judged: readonly Judged[],
  story: Story,
): Words {
  const said = { words: shown(claim.words), read: claim.read };
  if (meant === undefined) return unknown(claim, said, judged, story);
  const { figure } = meant;
  const level = levelOf(claim, meant, judged, story);
  const values = { ...said, figure, id: figure.id };
  const right = elsewhere(figure, claim, judged);
  if (right === undefined) return { level, ...found("differs", values) };
  const beside = { place: right, right: shown(right.words) };
  return { level, ...found("differsBeside", { ...values, ...beside }) };
}

function unknown(
  claim: Claim,
  said: Finding["values"],
  judged: readonly Judged[],
  story: Story,
): Words {
  const retracted = story.figures.find(
    (figure) => figure.status === "retracted" && isSame(likeness(claim.read, figure)),
  );
  if (retracted !== undefined) {
    return { level: "error", ...found("retracted", { ...said, id: retracted.id }) };
  }
  return {
    level:
      isCounted(claim) && !isSmall(claim) && isRead(claim, judged, story) ? "error" : "warning",
    ...found("unknown", said),
  };
}

/** What says the record's figure rightly, in the other language before all. */
function elsewhere(figure: Figure, claim: Claim, judged: readonly Judged[]): Claim | undefined {
  const right = judged.filter(({ same }) => same.includes(figure)).map((one) => one.claim);
  return right.find(({ language }) => language !== claim.language) ?? right[0];
}

/** A text that only says less than the record is questioned. */
function levelOf(
  claim: Claim,
  { figure, likeness: { kind, who, amount, qualifier } }: Meant,
  judged: readonly Judged[],
  story: Story,
): Level {
  const isFalse = [kind, who, amount, qualifier].includes("other");
  const isNumber = amount === "same" && !isUnsaid(claim);
  const isWhole = !isSmall(claim) || isSaidRightly(figure, claim, judged);
  const isCertain = isCounted(claim) && (isNumber || (isWhole && isRead(claim, judged, story)));
  return isFalse && isCertain ? "error" : "warning";
}

/** In the same text of the other language. */
function isSaidRightly(
  figure: Figure,
  { field, language }: Claim,
  judged: readonly Judged[],
): boolean {
  return judged
    .filter(({ claim }) => claim.field === field && claim.language !== language)
    .some(({ same }) => same.includes(figure));
}

/**
 * A number that stands in both languages and is read as a figure in one of them may be another
 * thing: rockets that were shot down.
 */
function isRead(
  { field, language, read }: Claim,
  judged: readonly Judged[],
  story: Story,
): boolean {
  const other = language === "ar" ? "en" : "ar";
  const isThere = numbersOf(read.amount).length > 0 && standsIn(read.amount, story[field][other]);
  const isClaimed = judged
    .map(({ claim }) => claim)
    .filter((claim) => claim.field === field && claim.language === other)
    .some((claim) =>
      numbersOf(read.amount).every((one) => numbersOf(claim.read.amount).includes(one)),
    );
  return isClaimed || !isThere;
}

/** "Two bodies were found" may tell how a count rose, and "two in Douma" a part of it. */
function isSmall({ words, read: { amount } }: Claim): boolean {
  return amount.type === "count" && amount.count <= 2 && !/\p{Nd}/u.test(words);
}

/** A number that is only in the grammar: "a fighter", «قتيلان». */
function isUnsaid({ words, read: { amount } }: Claim): boolean {
  return amount.type === "count" && amount.count <= 2 && numbersIn(words).size === 0;
}

/** "A fighter" may be no count of a harm. */
function isOneUnsaid(claim: Claim): boolean {
  const { amount } = claim.read;
  return amount.type === "count" && amount.count === 1 && isUnsaid(claim);
}

function isCounted(claim: Claim): boolean {
  return !isOneUnsaid(claim) && isSure(claim.read);
}
