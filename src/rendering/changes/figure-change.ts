import type { FigureChange, MaterialField } from "../../domain/change.ts";
import type { Figure } from "../../domain/figure.ts";
import { amountPhrase, hedgeOf } from "../figures/amount.ts";
import type { Stated } from "../figures/amount.ts";
import { attributed, attributionPhrase } from "../figures/attribution.ts";
import { onBasis } from "../figures/basis.ts";
import { circumstance } from "../figures/circumstance.ts";
import { eventPhrase, statementOf } from "../figures/event.ts";
import { visible } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { ratedBySource } from "../figures/rate.ts";
import type { ToldRevision } from "./told-revision.ts";
import { bareCount, courseOf, numberOf, tollPhrase } from "../figures/toll.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** From one revision of a story to a later one, and what that is called. */
export interface Step {
  readonly was: ToldRevision;
  readonly now: ToldRevision;
  readonly as: "correction" | "update";
}

type Changed = Extract<FigureChange, { readonly type: "changed" }>;

/** What happened, where and when. */
function eventOf(figure: Figure, { story }: ToldRevision, voice: Voice): Html {
  return circumstance(eventPhrase(figure, voice), figure, story, voice);
}

function scoped(event: Html, { scope }: Figure, { language }: Voice): Html {
  return scope === "cumulative"
    ? event
    : say(language, `printing:change.scope.${scope}`, { event });
}

/** A line with what its figure counts and who says so. */
function vouched(line: Html, figure: Figure, { sources }: ToldRevision, voice: Voice): Html {
  return attributed(onBasis(line, figure, voice), figure, sources, voice);
}

/** What a figure says; its source, scope and rate only where they are to be said. */
export function claimOf(
  figure: Figure,
  revision: ToldRevision,
  said: readonly MaterialField[],
  voice: Voice,
): Html {
  const event = eventOf(figure, revision, voice);
  const line = said.includes("scope") ? scoped(event, figure, voice) : event;
  const based = said.includes("source")
    ? vouched(line, figure, revision, voice)
    : onBasis(line, figure, voice);
  return said.includes("rate") ? ratedBySource(based, figure, voice) : based;
}

/**
 * An event and the count before it. That has its noun where days or years come between the two, and
 * "over three days, not 38" could be read of them.
 */
function besides(
  { was, now }: Pick<Changed, "was" | "now">,
  amount: Stated,
  step: Step,
  voice: Voice,
) {
  const event = eventOf(now, step.now, voice);
  const isBare = event.html === eventPhrase(now, voice).html;
  const { who: noun, qualifier } = was;
  const count = isBare
    ? bareCount(was, amount, voice)
    : amountPhrase({ amount, qualifier, noun }, "oblique", voice);
  return { event, isBare, count };
}

/** «مقتل 41 مدنياً، لا 38 كما ورد سابقاً»; of one that would read "not one", which is "none". */
function notAsBefore({ was, now }: Changed, step: Step, voice: Voice): Html | undefined {
  const before = numberOf(was.amount) ?? 0;
  const after = numberOf(now.amount) ?? 0;
  const statement = statementOf(was.amount);
  const isPlain = hedgeOf(was.qualifier) === undefined && before > 1;
  if (statement.type !== "stated" || !isPlain || after === 0 || after === before) return undefined;
  const { event, count } = besides({ was, now }, statement.amount, step, voice);
  const line = say(voice.language, "printing:change.not", { now: event, was: count });
  return vouched(line, now, step.now, voice);
}

/** «ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38», "the toll falls to 35 civilians killed, from 38". */
function riseOrFall({ was, now }: Changed, step: Step, voice: Voice): Html | undefined {
  const course = courseOf(was, now);
  const statement = statementOf(was.amount);
  if (course === undefined || statement.type !== "stated") return undefined;
  const { event, isBare, count } = besides({ was, now }, statement.amount, step, voice);
  const toll = isBare ? tollPhrase(now, voice) : undefined;
  const isToll = ["killed", "injured", "killed_or_injured"].includes(now.kind);
  const args = { amount: toll ?? event, was: count };
  const key = `printing:change.${isToll ? "toll" : "number"}.${course}` as const;
  const line = say(voice.language, key, args, toll === undefined ? "event" : undefined);
  return vouched(line, now, step.now, voice);
}

function isNamed({ attribution }: Figure): boolean {
  return attribution.type === "stated" && attribution.via === undefined;
}

/** «مقتل 38 مدنياً، بحسب …، لا بحسب … كما ورد سابقاً». */
function saidByAnother({ was, now }: Changed, step: Step, voice: Voice): Html | undefined {
  if (!isNamed(was) || !isNamed(now)) return undefined;
  return say(voice.language, "printing:change.not", {
    now: claimOf(now, step.now, ["source"], voice),
    was: attributionPhrase(was, step.was.sources, voice),
  });
}

/** What is said now, and what was said before; undefined where both read alike. */
function saidBefore({ was, now, fields }: Changed, step: Step, voice: Voice): Html | undefined {
  // An estimate is said to be one with its source.
  const estimated = was.basis === "estimate" || now.basis === "estimate";
  const sourced = fields.includes("source") || (fields.includes("basis") && estimated);
  const said: readonly MaterialField[] = sourced ? [...fields, "source"] : fields;
  const before = claimOf(was, step.was, said, voice);
  if (visible(before) === visible(claimOf(now, step.now, said, voice))) return undefined;
  const onlySource = fields.every((field) => field === "source");
  return say(voice.language, "printing:change.before", {
    now: claimOf(now, step.now, [...fields, "source"], voice),
    was: onlySource ? attributionPhrase(was, step.was.sources, voice) : before,
  });
}

function changed(change: Changed, step: Step, voice: Voice): Html | undefined {
  const only = change.fields.length === 1 ? change.fields[0] : undefined;
  const isCorrection = step.as === "correction";
  const short = () => {
    if (only === "amount") return (isCorrection ? notAsBefore : riseOrFall)(change, step, voice);
    return only === "source" && isCorrection ? saidByAnother(change, step, voice) : undefined;
  };
  return short() ?? saidBefore(change, step, voice);
}

/**
 * What became of a figure, in one line without a date; undefined where it reads as it did before.
 * @throws RangeError for a source that its revision does not name.
 */
export function figureChangeLine(change: FigureChange, step: Step, voice: Voice): Html | undefined {
  const { language } = voice;
  switch (change.type) {
    case "added": {
      const claim = claimOf(change.now, step.now, ["source", "rate"], voice);
      return say(language, "printing:change.added", { claim });
    }
    case "withdrawn": {
      const claim = claimOf(change.was, step.was, ["source"], voice);
      return say(language, "printing:change.withdrawn", { claim });
    }
    case "changed":
      return changed(change, step, voice);
  }
}
