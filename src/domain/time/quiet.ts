import { instantOf, localTime, plusDays, type TimeOfDay } from "./time-zone.ts";

/** Hours of the day, from inclusive, until exclusive; over midnight where from > until. */
interface Hours {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

/** When quiet hours that hold now are over; undefined where none do. */
export function quietUntil(hours: Hours, zone: string, now: Date): Date | undefined {
  const local = localTime(now, zone);
  if (!isQuiet(hours, local.hour * 60 + local.minute)) return undefined;
  // The clocks may be set back over the end, and a date may be left out.
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const end = instantOf(plusDays(local, ahead), hours.until, zone);
    if (end !== undefined && end > now) return end;
  }
  return undefined;
}

function isQuiet({ from, until }: Hours, time: TimeOfDay): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until;
}
