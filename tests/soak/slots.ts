import type { SoakSchedule } from "./audience.ts";

const minute = 60_000;

/** The clock on the wall, minute by minute. */
function wallOf(zone: string): (moment: number) => readonly [date: string, time: string] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (moment) => {
    const [date = "", time = ""] = format.format(moment).split(", ");
    return [date, time];
  };
}

/**
 * When a schedule is due, found by looking at the wall each minute: the first minute of a day at
 * which the clock shows that time or, where it leaps over it, a later one.
 */
export function slotsOf(
  { times, zone }: SoakSchedule,
  from: number,
  until: number,
): readonly number[] {
  const wall = wallOf(zone);
  const seen = new Set<string>();
  const slots: number[] = [];
  // A day before, so that what was due by then is not taken for due now.
  for (let at = from - 1440 * minute; at < until; at += minute) {
    const [date, time] = wall(at);
    for (const due of times) {
      if (time < due || seen.has(`${date} ${due}`)) continue;
      seen.add(`${date} ${due}`);
      if (at >= from && slots.at(-1) !== at) slots.push(at);
    }
  }
  return slots;
}
