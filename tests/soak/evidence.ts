import type { Entry, Taken } from "../../src/simulator/record/happening.ts";
import type { SoakPlace } from "./audience.ts";
import type { Lived } from "./day.ts";
import type { Absence, Version } from "./deeds.ts";
import { readMessage, type Reading } from "./reading.ts";

/** Something that the bot sent, as it was then. */
export interface Sent {
  readonly seq: number;
  /** Unix milliseconds. */
  readonly at: number;
  /** The id that the place had in the beginning. */
  readonly place: number;
  readonly thread: number;
  readonly text: string;
  readonly reading: Reading;
}

/** A message of the bot as it is in the end. */
export interface Standing {
  readonly chat: number;
  readonly place: number;
  readonly messageId: number;
  readonly text: string;
  readonly reading: Reading;
}

/** All that an account of a day is made from. */
export interface Evidence {
  readonly lived: Lived;
  readonly places: readonly SoakPlace[];
  readonly messages: readonly Standing[];
  readonly sentTo: (place: number) => readonly Sent[];
  readonly absencesOf: (place: number) => readonly Absence[];
  /** How many more copies than one there may be in a place, by what befell its messages. */
  readonly doubtsOf: (place: number) => Doubts;
  /** A message whose id the bot never learned: it was in flight when the process was killed, or the answer was lost. */
  readonly isOrphan: (message: Pick<Standing, "chat" | "messageId">) => boolean;
  /** What a story came to. */
  readonly lastOf: (story: number) => Version | undefined;
}

export interface Doubts {
  /** Requests that Telegram may have carried out without a word of it. */
  readonly unanswered: number;
  /** Messages, and answers, that were under way when the process was killed. */
  readonly cut: number;
  /** Telegram asked to wait for longer than anybody waits for an answer. */
  readonly held: boolean;
}

export function gather(lived: Lived): Evidence {
  const { entries, plan, telegram, moved, absences, kills, versions } = lived;
  const { places } = plan.audience;
  const firstId = new Map([...moved].map(([before, now]) => [now, before]));
  const placeOf = (chat: number): number => firstId.get(chat) ?? chat;
  const read = reader();
  const sent = Map.groupBy(entries.filter(isSent).map(sentOf), ({ place }) => place);
  const unanswered = Map.groupBy(entries.filter(isDoubtful), ({ chatId }) => placeOf(chatId));
  const held = new Set(
    entries
      .filter((entry) => entry.type === "refused" && (entry.retryAfter ?? 0) > longestWait)
      .map((entry) => ("chatId" in entry ? placeOf(Number(entry.chatId)) : 0)),
  );
  const orphans = new Set(
    entries
      .filter(isSent)
      .filter((entry) => isLost(entry, entries[entry.seq - 2], lived))
      .map(({ chatId, messageId }) => `${chatId} ${messageId}`),
  );
  const away = Map.groupBy(absences, ({ chat }) => placeOf(chat));

  function sentOf(entry: SentEntry): Sent {
    const { seq, time: at, chatId, threadId = 0, text = "", keyboard, replyTo } = entry;
    const reading = read({ text, keyboard, replyTo });
    return { seq, at, place: placeOf(chatId), thread: threadId, text, reading };
  }

  function standingIn(chat: number): readonly Standing[] {
    return telegram
      .messages(chat)
      .filter(({ from, service }) => from.isBot && service !== true)
      .map((message) => {
        const { messageId, text, replyTo } = message;
        const keyboard = message.keyboard?.map((row) =>
          row.map((button) => (button.type === "callback" ? { callback_data: button.data } : {})),
        );
        const reading = read({ text, keyboard, replyTo });
        return { chat, place: placeOf(chat), messageId, text, reading };
      });
  }

  function cutIn(place: number): number {
    const now = moved.get(place) ?? place;
    return kills.reduce(
      (sum, { sending, handling }) =>
        sum +
        [...new Set([place, now])].reduce(
          (count, chat) => count + (sending.get(chat) ?? 0) + (handling.get(chat) ?? 0),
          0,
        ),
      0,
    );
  }

  return {
    lived,
    places,
    // A group that became another holds what cannot be edited any more.
    messages: places.flatMap(({ id }) => standingIn(moved.get(id) ?? id)),
    sentTo: (place) => sent.get(place) ?? [],
    absencesOf: (place) => away.get(place) ?? [],
    doubtsOf: (place) => ({
      unanswered:
        (unanswered.get(place)?.length ?? 0) +
        (sent.get(place) ?? []).filter(({ at }) => isCutOff(at, lived.outages)).length,
      cut: cutIn(place),
      held: held.has(place),
    }),
    isOrphan: ({ chat, messageId }) => orphans.has(`${chat} ${messageId}`),
    lastOf: (story) => versions.get(story)?.at(-1),
  };
}

type SentEntry = Entry & Taken & { readonly type: "sent" };

function isSent(entry: Entry): entry is SentEntry {
  return entry.type === "sent";
}

const silent = new Set(["reset", "silent", "truncate", "answer", "refuse"]);

/** A fault after which it is not known whether the message arrived; a 429 says that it did not. */
function isDoubtful(
  entry: Entry,
  index: number,
  entries: readonly Entry[],
): entry is Entry & { readonly type: "fault" } {
  if (entry.type !== "fault" || entry.method !== "sendMessage") return false;
  const next = entries[index + 1];
  const isPlain = next?.type === "refused" && [401, 429].includes(next.code);
  return silent.has(entry.action) && !(entry.action === "refuse" && isPlain);
}

/** Seconds after which an answer is given up: whoever asked can ask again. */
const longestWait = 120;

/** The longest that an answer is on its way, in milliseconds. */
const longestWay = 26_000;

/** Its answer was on the way when the network went. */
function isCutOff(time: number, outages: readonly number[]): boolean {
  return outages.some((from) => time <= from && time > from - longestWay);
}

function isLost(
  { chatId, time }: SentEntry,
  before: Entry | undefined,
  { kills, outages }: Lived,
): boolean {
  const isHit = before?.type === "fault" && before.chatId === chatId && silent.has(before.action);
  return (
    isHit ||
    isCutOff(time, outages) ||
    kills.some(
      ({ at, sending, handling }) =>
        time <= at && time > at - longestWay && (sending.has(chatId) || handling.has(chatId)),
    )
  );
}

/** Most chats get the same words as others. */
function reader(): (written: Parameters<typeof readMessage>[0]) => Reading {
  const known = new Map<string, Reading>();
  return (written) => {
    const buttons = (written.keyboard ?? []).flat().map((button) => button.callback_data ?? "link");
    const key = `${written.replyTo === undefined} ${buttons.join()} ${written.text}`;
    const reading = known.get(key) ?? readMessage(written);
    known.set(key, reading);
    return reading;
  };
}
