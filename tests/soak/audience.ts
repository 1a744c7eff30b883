import { pick, type Random } from "./chance.ts";
import { topics } from "./topics.ts";

/** What befalls a place in the day besides what all have in common. */
export type Role = "reader" | "asker" | "leaver" | "migrant" | "closing";

/** A chat that subscribes. */
export interface SoakPlace {
  readonly id: number;
  readonly kind: "private" | "group" | "supergroup" | "forum" | "channel";
  readonly role: Role;
  readonly language: "ar" | "en" | "both";
  readonly digits: "latin" | "arabic";
  /** Minutes of its own day; none where they are undefined. */
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  /** Of its quiet hours. */
  readonly zone: string;
  /** What subscribes in it: 0, or the topics of a forum. */
  readonly threads: readonly number[];
  /** None are all. */
  readonly topics: readonly string[];
  /** An index into the audience's schedules. */
  readonly schedule: number;
  readonly alerts: boolean;
}

/** When a digest is due: local times, such as `02:30`, in a zone. */
export interface SoakSchedule {
  readonly times: readonly string[];
  readonly zone: string;
}

export interface Audience {
  readonly places: readonly SoakPlace[];
  readonly schedules: readonly SoakSchedule[];
  /** Moments of the day at which some of them are due: Unix milliseconds. */
  readonly firstSlots: readonly number[];
}

export const firstPerson = 1_000_001;

/** Most of the world is elsewhere than most of the readers; Europe's clocks go back that night. */
const zones = [
  "Asia/Damascus",
  "Asia/Damascus",
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "Australia/Lord_Howe",
] as const;

interface Day {
  readonly chats: number;
  readonly hours: number;
  readonly start: number;
  readonly end: number;
}

export function planAudience(random: Random, day: Day): Audience {
  const moments = planMoments(random, day);
  const schedules = planSchedules(random, moments);
  const places = Array.from({ length: day.chats }, (_, index) =>
    planPlace(random, index, schedules.length),
  );
  return { places, schedules, firstSlots: moments };
}

const fiveMinutes = 300_000;

function planMoments(random: Random, { start, end, hours }: Day): readonly number[] {
  const number = Math.max(10, hours * 3);
  const span = end - start - 8 * fiveMinutes;
  return Array.from({ length: number }, () => {
    const at = start + fiveMinutes + random() * span;
    return Math.floor(at / fiveMinutes) * fiveMinutes;
  });
}

/** Slots at these moments, one or two a day; and two that the clocks' change concerns. */
function planSchedules(random: Random, moments: readonly number[]): readonly SoakSchedule[] {
  const some = moments.map((moment): SoakSchedule => {
    const zone = pick(random, zones);
    const times = [moment, ...(random() < 0.4 ? [pick(random, moments)] : [])];
    return { times: [...new Set(times.map((at) => clockIn(zone, at)))].toSorted(), zone };
  });
  return [
    ...some,
    { times: ["02:30"], zone: "Europe/Paris" },
    { times: ["01:30"], zone: "Europe/London" },
  ];
}

/** `02:30`, as a clock on the wall there shows it. */
function clockIn(zone: string, moment: number): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(moment);
}

function planPlace(random: Random, index: number, schedules: number): SoakPlace {
  const kind = kindOf(random());
  const isPrivate = kind === "private";
  const chosen = topics.filter(() => random() < 0.25);
  const from = Math.floor(random() * 24) * 60;
  return {
    id: isPrivate ? firstPerson + index : placeId(kind, index),
    kind,
    role: roleOf(kind, random()),
    language: pick(random, ["both", "both", "both", "ar", "ar", "en"] as const),
    digits: random() < 0.1 ? "arabic" : "latin",
    quiet: random() < 0.2 ? { from, until: (from + 120) % 1440 } : undefined,
    zone: pick(random, zones),
    threads: kind === "forum" ? [2, 3] : [0],
    topics: chosen,
    schedule: Math.floor(random() * schedules),
    alerts: random() < 0.3,
  };
}

function kindOf(chance: number): SoakPlace["kind"] {
  if (chance < 0.94) return "private";
  if (chance < 0.96) return "group";
  if (chance < 0.975) return "supergroup";
  return chance < 0.985 ? "forum" : "channel";
}

function placeId(kind: SoakPlace["kind"], index: number): number {
  return kind === "group" ? -3_000_000 - index : -1_001_000_000_000 - index;
}

function roleOf(kind: SoakPlace["kind"], chance: number): Role {
  if (kind === "group" && chance < 0.5) return "migrant";
  if (kind === "forum" && chance < 0.5) return "closing";
  if (kind === "channel" || kind === "forum") return "reader";
  if (chance < 0.55) return "reader";
  return chance < 0.96 ? "asker" : "leaver";
}
