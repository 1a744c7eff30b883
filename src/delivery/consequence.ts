import type { Landing } from "../store/outbox/landing.ts";
import type { TakenRow } from "../store/outbox/outbox.ts";
import type { GoneReason, MessageFault, Outcome } from "./outcome.ts";
import type { Sent } from "./parcel.ts";
import type { Standing } from "./standing.ts";
import type { Trouble } from "./trouble.ts";

/** What follows from an outcome. `standing` is to be stored before the landing is. */
export interface Consequence {
  readonly landing: Landing;
  readonly standing?: Standing;
  readonly trouble?: Trouble;
}

export interface Circumstances {
  readonly now: Date;
  /** So many of the last were gone that none is believed. */
  readonly mostlyGone: boolean;
  readonly random: () => number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A wait of Telegram's above this is told to the operator. */
const longHold = 10 * 60;

/** Errors of Telegram's own server are met with so many sends, all in all. */
const mostSends = 3;

/** A picture in the place of another is tried so often: that is about two minutes. */
const mostPictures = 4;

/** The table of what is done about each outcome of a send. Pure. */
export function consequenceOf(
  row: TakenRow,
  outcome: Outcome<Sent>,
  circumstances: Circumstances,
): Consequence {
  const consequence = judgeOf(row)(row, outcome, circumstances);
  const { landing } = consequence;
  const late = landing.type === "again" && landing.notBefore >= row.expiresAt;
  return late ? { ...consequence, landing: dead("expired", true) } : consequence;
}

function judgeOf({ task, inlineId }: TakenRow): typeof judge {
  if (inlineId !== undefined) return judgeInline;
  return task === "edit" ? judgeEdit : judge;
}

function judge(row: TakenRow, outcome: Outcome<Sent>, around: Circumstances): Consequence {
  switch (outcome.type) {
    case "sent":
      return { landing: sent(outcome.result, around) };
    case "unchanged":
      return { landing: { type: "sent", at: around.now } };
    case "later":
      return putOff(row, outcome.seconds, around);
    case "unwritten":
      return { landing: again(around, 5 * second) };
    case "unknown":
      return { landing: doubtful(row, outcome, around) };
    case "moved":
      return {
        landing: { ...again(around, 0), chatId: outcome.to },
        standing: { type: "moved", from: row.chatId, to: outcome.to },
      };
    case "gone":
      return gone(row, outcome.reason, around);
    case "forbidden":
      return {
        landing: dead("no right to write", true),
        standing: { type: "forbidden", chatId: row.chatId },
      };
    case "topicClosed":
      return {
        landing: dead("topic closed", true),
        standing: {
          type: "topic closed",
          place: { chatId: row.chatId, threadId: row.threadId },
        },
      };
    case "badMessage":
      return mend(row, outcome.fault, around);
    case "unpaid":
    case "unauthorized":
      return { landing: again(around, 0), trouble: { type: outcome.type } };
    case "failed":
      return { landing: dead(`${outcome.code} ${outcome.description}`, false) };
    case "stale":
    case "conflict":
    case "uneditable":
    default:
      return { landing: dead(outcome.type, false) };
  }
}

/**
 * An edit that arrived twice is one edit: what may have arrived goes again, until an answer comes.
 * A refusal says nothing about whether a new message can be sent to the chat.
 */
function judgeEdit(row: TakenRow, outcome: Outcome<Sent>, around: Circumstances): Consequence {
  switch (outcome.type) {
    case "unknown":
      return { landing: repeated(row, around) };
    case "forbidden":
    case "topicClosed":
      return { landing: dead(outcome.type, false) };
    case "uneditable":
      return { landing: { ...dead(outcome.type, false), message: outcome.why } };
    case "moved":
      return {
        landing: { ...dead("moved", false), message: "fixed" },
        standing: { type: "moved", from: row.chatId, to: outcome.to },
      };
    case "gone":
      return unreached(gone(row, outcome.reason, around));
    case "badMessage":
      // Without its picture the message would show the old one under new words.
      return outcome.fault === "picture" && row.reason === null && row.attempt < mostPictures
        ? { landing: repeated(row, around) }
        : judge(row, outcome, around);
    case "sent":
    case "unchanged":
    case "later":
    case "unwritten":
    case "unpaid":
    case "unauthorized":
    case "failed":
    case "stale":
    case "conflict":
    default:
      return judge(row, outcome, around);
  }
}

/**
 * What is refused about a message of the inline mode says nothing about any chat that we know of: it
 * stays as it is, and the next correction tries again.
 */
function judgeInline(row: TakenRow, outcome: Outcome<Sent>, around: Circumstances): Consequence {
  if (outcome.type === "gone" || outcome.type === "moved") {
    return { landing: dead(outcome.type, false) };
  }
  const { standing: _standing, ...consequence } = judgeEdit(row, outcome, around);
  return consequence;
}

function unreached(consequence: Consequence): Consequence {
  const { landing } = consequence;
  if (landing.type !== "dead") return consequence;
  return { ...consequence, landing: { ...landing, message: "unreached" } };
}

function repeated({ attempt }: TakenRow, { now, random }: Circumstances): Landing {
  const wait = Math.min(5 * second * 4 ** Math.min(attempt - 1, 5), 10 * minute);
  return { type: "again", notBefore: new Date(now.getTime() + wait * (1 + random() / 4)) };
}

/** Nothing can have arrived: the row goes again as if it had not been tried. */
function again({ now, random }: Circumstances, ms: number) {
  const notBefore = new Date(now.getTime() + ms * (1 + random() / 4));
  return { type: "again", notBefore, uncounted: true } as const;
}

function sent(sentId: Sent, { now: at }: Circumstances): Landing {
  return { type: "sent", at, ...(sentId !== undefined && { sentId }) };
}

function dead(reason: string, keepsNews: boolean) {
  return { type: "dead", reason, keepsNews } as const;
}

function putOff(row: TakenRow, seconds: number | undefined, around: Circumstances): Consequence {
  if (seconds === undefined) return { landing: again(around, second) };
  const until = new Date(around.now.getTime() + seconds * second + around.random() * second);
  const { chatId } = row;
  return {
    landing: { type: "again", notBefore: until, uncounted: true },
    standing: { type: "held", chatId, until },
    ...(seconds > longHold && { trouble: { type: "held long", chatId, seconds } }),
  };
}

/**
 * It may have arrived. What was written and not answered is sent once more at most; so is what
 * Telegram's server failed, twice.
 */
function doubtful(
  row: TakenRow,
  outcome: Extract<Outcome, { readonly type: "unknown" }>,
  { now, random }: Circumstances,
): Landing {
  const reason = "reason" in outcome ? `${outcome.cause}: ${outcome.reason}` : outcome.cause;
  const once = outcome.cause === "unanswered" && !row.resent;
  const twice = outcome.cause === "server error" && row.attempt < mostSends;
  if (!once && !twice) return { type: "unknown", reason };
  const wait = 5 * second * 4 ** (row.attempt - 1) * (1 + random() / 4);
  return { type: "again", notBefore: new Date(now.getTime() + wait), resent: true };
}

function gone(row: TakenRow, reason: GoneReason, around: Circumstances): Consequence {
  const { chatId } = row;
  if (around.mostlyGone) {
    return { landing: again(around, 10 * minute), trouble: { type: "mostly gone" } };
  }
  return reason === "not found"
    ? { landing: again(around, hour + minute), standing: { type: "missed", chatId } }
    : { landing: dead(reason, true), standing: { type: "left", chatId, reason } };
}

/** Once without what Telegram did not understand. */
function mend(row: TakenRow, fault: MessageFault, around: Circumstances): Consequence {
  const trouble: Trouble = { type: "bad message", runId: row.runId, fault };
  const mendable =
    fault === "entities" ||
    (fault === "keyboard" && row.keyboard !== null) ||
    (fault === "picture" && row.picture !== null);
  return mendable && row.reason === null
    ? { landing: { ...again(around, 0), reason: fault }, trouble }
    : { landing: dead(`bad message: ${fault}`, false), trouble };
}
