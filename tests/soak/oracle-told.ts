import type { SoakPlace } from "./audience.ts";
import type { Version } from "./deeds.ts";
import type { Evidence, Sent } from "./evidence.ts";
import { timeOf, type Count } from "./count.ts";
import { whoseFigure } from "./reading.ts";
import { slotsOf } from "./slots.ts";

const minute = 60_000;

/** What is saved so shortly before may come in time or not. */
const soon = 6 * minute;

/** How long a message may be on its way while a place comes or goes. */
const onItsWay = 60 * minute;

interface Wanted {
  readonly place: SoakPlace;
  readonly thread: number;
  readonly story: number;
  /** Of the version that has to be told. */
  readonly since: number;
}

/** Each story that a place subscribed to, in the digest or alert that was due. */
export function countLost(evidence: Evidence): Count {
  const { places, lived } = evidence;
  const slots = lived.plan.audience.schedules.map((schedule) =>
    slotsOf(schedule, lived.plan.start, lived.overAt),
  );
  const wanted = places.flatMap((place) =>
    place.threads.flatMap((thread) =>
      [...lived.versions.keys()].flatMap((story) =>
        wantedBy(evidence, { place, thread, story }, slots[place.schedule] ?? []),
      ),
    ),
  );
  const isOpen = ({ place }: Wanted) => evidence.doubtsOf(place.id).unanswered > 1;
  const found = wanted.filter((one) => !isOpen(one) && !isTold(evidence, one));
  return {
    name: "lost digests and alerts",
    of: wanted.length,
    open: wanted.filter(isOpen).length,
    found: found.map(
      ({ place, thread, story, since }) =>
        `${place.id}/${thread} (${place.role}) was not told of ${story} as it was at ${timeOf(since)}`,
    ),
  };
}

function wantedBy(
  evidence: Evidence,
  { place, thread, story }: Omit<Wanted, "since">,
  slots: readonly number[],
): readonly Wanted[] {
  const versions = evidence.lived.versions.get(story) ?? [];
  const last = lastMaterial(versions);
  const isChosen = place.topics.length === 0 || place.topics.includes(last?.story.topic ?? "");
  if (last === undefined || last.story.withdrawn || !isChosen) return [];
  const due = slots.filter(
    (slot) => slot > last.at + soon && isThere(evidence, { place, thread }, slot),
  );
  return due.length === 0 ? [] : [{ place, thread, story, since: last.at }];
}

/** Since it changed in what is told of it; a new wording is not told. */
function lastMaterial(versions: readonly Version[]): Version | undefined {
  return versions.findLast(({ story }, index) => {
    const before = versions[index - 1]?.story;
    return before === undefined || story.wording === before.wording;
  });
}

function isThere(
  evidence: Evidence,
  { place, thread }: Pick<Wanted, "place" | "thread">,
  slot: number,
): boolean {
  return evidence
    .absencesOf(place.id)
    .filter((absence) => absence.thread === undefined || absence.thread === thread)
    .every(({ from, until = Infinity }) => until < slot - soon || from > slot + onItsWay);
}

/** In a digest or alert since then; or there was one that says that there is more. */
function isTold(evidence: Evidence, { place, thread, story, since }: Wanted): boolean {
  return evidence
    .sentTo(place.id)
    .filter((sent) => sent.thread === thread && sent.at >= since)
    .some(({ reading }) => {
      const isPushed = reading.kind === "digest" || reading.kind === "alert";
      return isPushed && (reading.stories.includes(story) || reading.more);
    });
}

/** Whoever was shown what was then corrected is told so, by a reply. */
export function countUntold(evidence: Evidence): Count {
  const { places, lived } = evidence;
  const corrections = [...lived.versions].flatMap(([story, versions]) => {
    const last = versions.findLast(({ story: now }, index) => {
      const before = versions[index - 1]?.story;
      return before !== undefined && isCorrection(before, now);
    });
    return last === undefined ? [] : [{ story, at: last.at }];
  });
  const due = places
    .filter(({ id }) => evidence.absencesOf(id).length === 0)
    .flatMap(({ id }) =>
      corrections
        .filter(({ story, at }) =>
          // One that was just on its way may have been made anew.
          shows(evidence.sentTo(id), story, (sent) => sent.at < at - minute),
        )
        .map((correction) => ({ ...correction, id })),
    );
  const isOpen = (id: number) => evidence.doubtsOf(id).unanswered > 1 || lived.moved.has(id);
  const found = due.filter(
    ({ id, story, at }) =>
      !isOpen(id) &&
      !evidence
        .sentTo(id)
        .some(
          (sent) =>
            sent.reading.kind === "notice" && sent.at > at && sent.reading.stories.includes(story),
        ),
  );
  return {
    name: "corrections not told",
    of: due.length,
    open: due.filter(({ id }) => isOpen(id)).length,
    found: found.map(({ id, story, at }) => `${id}: ${story}, corrected at ${timeOf(at)}`),
  };
}

function isCorrection(before: Version["story"], now: Version["story"]): boolean {
  return (
    now.reasons > before.reasons ||
    now.injuredRetracted !== before.injuredRetracted ||
    now.withdrawn !== before.withdrawn
  );
}

function shows(sent: readonly Sent[], story: number, isMeant: (sent: Sent) => boolean): boolean {
  return sent.some(
    (one) => isMeant(one) && one.reading.stories.includes(story) && one.reading.listed.length > 0,
  );
}

/** The same words twice in a place, or the same story as it was before. */
export function countDoubled(evidence: Evidence): readonly Count[] {
  let [inDoubt, of] = [0, 0];
  const found: string[] = [];
  for (const { id, threads } of evidence.places) {
    const { unanswered, cut } = evidence.doubtsOf(id);
    const copies = threads.reduce((sum, thread) => sum + copiesIn(evidence, id, thread), 0);
    of += evidence.sentTo(id).length;
    inDoubt += Math.min(copies, unanswered + cut);
    if (copies > unanswered + cut) found.push(`${id}: ${copies} copies`);
  }
  return [{ name: "doubled, beyond what was in flight", of, open: inDoubt, found }];
}

/** Of what nobody asked for. */
function copiesIn({ sentTo }: Evidence, place: number, thread: number): number {
  const seen = new Map<string, number>();
  let copies = 0;
  for (const { text, at, reading, thread: where } of sentTo(place)) {
    if (where !== thread || reading.kind === "answer") continue;
    const keys = [
      text,
      ...(reading.kind === "notice" ? [] : reading.stories.map(stateIn(text, reading))),
    ];
    const before = keys.map((key) => seen.get(key)).find((time) => time !== undefined);
    // An alert and a digest may have been on their way at the same time.
    if (before !== undefined) copies += 1;
    for (const key of keys) seen.set(key, at);
  }
  return copies;
}

/** A story as a message tells it, in its languages: a long digest has a part for each. */
function stateIn(text: string, { listed }: Sent["reading"]): (story: number) => string {
  const languages = `${/خبر/.test(text)} ${/Report/.test(text)}`;
  return (story) => {
    const figures = listed.filter((number) => whoseFigure(number)?.story === story);
    return `${story} ${languages}: ${figures.join()}`;
  };
}
