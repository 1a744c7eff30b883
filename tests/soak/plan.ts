import { generator } from "../broadcast/kills.ts";
import { planAudience, type Audience } from "./audience.ts";
import { pick, type Random } from "./chance.ts";
import { lastingStories, topics } from "./topics.ts";
import { troubles, type Trouble } from "./troubles.ts";

/** How big the day is. */
export interface Size {
  readonly seed: number;
  readonly chats: number;
  readonly hours: number;
}

/** How a story is changed. Only `reword` changes nothing that was told. */
export type Change = "correct" | "update" | "retract" | "withdraw" | "reword";

/** Something that is done, at its moment. */
export type Deed = { readonly at: number } & (
  | { readonly type: "publish"; readonly story: number; readonly breaking: boolean }
  | { readonly type: "change"; readonly how: Change; readonly story: number }
  /** The story's file is saved half-written, and mended after a while. */
  | { readonly type: "spoil" | "mend"; readonly story: number }
  /** Somebody asks for stories that never change, by their numbers, and for topics between them. */
  | { readonly type: "ask"; readonly chat: number; readonly words: readonly Question[] }
  | { readonly type: "leave" | "return" | "migrate"; readonly chat: number }
  | { readonly type: "close topic"; readonly chat: number; readonly thread: number }
  | { readonly type: "kill"; readonly ms: number }
  | { readonly type: "stop" }
  | { readonly type: "freeze"; readonly ms: number }
  | { readonly type: "trouble"; readonly trouble: Trouble; readonly ms: number }
);

/** A number is a story that never changes; a word is a topic. */
export type Question = number | string;

export interface Plan {
  readonly size: Size;
  /** Unix milliseconds; after `end` nothing is done any more. */
  readonly start: number;
  readonly end: number;
  readonly audience: Audience;
  /** In their order. */
  readonly deeds: readonly Deed[];
}

const minute = 60_000;
const hour = 60 * minute;

/** A day as the seed has it, from `start` on: Unix milliseconds. */
export function planDay(size: Size, start: number): Plan {
  const { seed, hours } = size;
  const random = generator(seed);
  const end = start + hours * hour;
  const span = { from: start + 5 * minute, until: end - Math.min(2, hours / 4) * hour };
  const audience = planAudience(random, { ...size, start, end });
  const around = { random, ...span, audience, hours };
  const news = planNews(around);
  const busy = busyMoments(news, audience, start);
  const deeds = [
    ...news,
    ...planPeople(around),
    ...planStandings(around),
    ...planAccidents(around, busy),
  ];
  return { size, start, end, audience, deeds: deeds.toSorted((one, other) => one.at - other.at) };
}

interface Around {
  readonly random: Random;
  readonly from: number;
  readonly until: number;
  readonly audience: Audience;
  readonly hours: number;
}

function momentIn({ random, from, until }: Around): number {
  return Math.floor(from + random() * (until - from));
}

/** So many in 24 hours, and some however short the day. */
function many({ hours }: Around, inADay: number, least: number): readonly number[] {
  return Array.from({ length: Math.max(least, Math.round((inADay * hours) / 24)) }, (_, at) => at);
}

const changes: readonly Change[] = [
  ...(["correct", "update", "correct", "reword", "retract"] as const),
  ...(["update", "correct", "withdraw"] as const),
];

/** A save every so often, each of another story: what breaks the folder is mended before the next. */
function planNews(around: Around): readonly Deed[] {
  const { random, from, until } = around;
  const published = many(around, 18, 8);
  const changed = many(around, 24, 8);
  const saves = published.length + changed.length;
  const step = (until - from) / saves;
  const kinds = [
    ...published.slice(2).map(() => "publish" as const),
    ...changed.map((index) => changes[index % changes.length] ?? "update"),
  ].toSorted(() => random() - 0.5);
  let stories = 0;
  return (["publish", "publish", ...kinds] as const).flatMap((kind, index): readonly Deed[] => {
    const at = Math.floor(from + step * (index + random() * 0.3));
    if (kind === "publish") {
      stories += 1;
      return [{ at, type: "publish", story: stories - 1, breaking: stories % 4 === 0 }];
    }
    const story = Math.floor(random() * stories);
    const change: Deed = { at, type: "change", how: kind, story };
    if (random() > 0.2) return [change];
    const spoilt = Math.floor(at - step * 0.5 * random());
    return [{ at: spoilt, type: "spoil", story }, { at: at - 1, type: "mend", story }, change];
  });
}

/** People ask one thing after another, faster than they are answered. */
function planPeople(around: Around): readonly Deed[] {
  const { random, audience } = around;
  const askers = audience.places.filter(({ role }) => role === "asker");
  return askers.map((place) => ({
    at: momentIn(around),
    type: "ask",
    chat: place.id,
    words: Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      random() < 0.6 ? Math.floor(random() * lastingStories) : pick(random, topics),
    ),
  }));
}

/** Some go and come back, some for good; groups become supergroups; topics are closed. */
function planStandings(around: Around): readonly Deed[] {
  const { random, until, audience } = around;
  return audience.places.flatMap((place): readonly Deed[] => {
    const { id: chat, role } = place;
    const at = momentIn(around);
    if (role === "migrant") return [{ at, type: "migrate", chat }];
    if (role === "closing")
      return [{ at, type: "close topic", chat, thread: place.threads[0] ?? 0 }];
    if (role !== "leaver") return [];
    const left: Deed = { at, type: "leave", chat };
    if (random() < 0.3) return [left];
    return [left, { at: Math.floor(at + random() * (until - at)), type: "return", chat }];
  });
}

/** When messages go: digests are due, or something has settled that was saved before. */
function busyMoments(news: readonly Deed[], audience: Audience, start: number): readonly number[] {
  const saved = news.map(({ at }) => at + 2 * minute);
  return [...saved, ...audience.firstSlots].filter((at) => at > start);
}

/** What befalls the process and its way to Telegram: most of it while messages go. */
function planAccidents(around: Around, busy: readonly number[]): readonly Deed[] {
  const { random, until } = around;
  const moment = (): number => {
    const at = pick(random, busy) + Math.floor(random() * 20_000);
    return random() < 0.8 && at < until ? at : momentIn(around);
  };
  const troubled = many(around, 48, troubles.length).map((index): Deed => {
    const trouble = troubles[index % troubles.length] ?? "flood";
    const ms = trouble === "unauthorized" ? minute : Math.floor((1 + random() * 5) * minute);
    return { at: moment() - 5000, type: "trouble", trouble, ms };
  });
  return [
    ...troubled,
    ...many(around, 20, 3).map((): Deed => ({
      at: moment(),
      type: "kill",
      ms: Math.floor(random() * 4),
    })),
    ...many(around, 5, 1).map((): Deed => ({ at: moment(), type: "stop" })),
    ...many(around, 3, 1).map((): Deed => ({
      at: moment(),
      type: "freeze",
      ms: Math.floor((0.5 + random() * 3) * minute),
    })),
  ];
}
