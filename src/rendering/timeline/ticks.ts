import { scaleLinear, scaleUtc } from "d3-scale";
import type { ChartSpan, ChartTick } from "../message/picture.ts";
import { formatDate, formatDayOfMonth } from "../text/dates.ts";
import { visible, type Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import type { Voice } from "../text/voice.ts";

const dayLength = 86_400_000;

/** How many ticks there are at most; the names of Arabic months are long. */
const times = 4;
const counts = 4;

/** Round numbers from 0 on, the last one not below the highest; of whole people and things. */
export function countTicks(highest: number, voice: Voice): readonly ChartTick[] {
  const scale = scaleLinear().domain([0, highest]).nice(counts);
  return scale
    .ticks(counts)
    .filter((count) => Number.isInteger(count))
    .map((count) => ({ at: count, label: formatCount(count, voice) }));
}

/** Round days, months or years within a span, as the chat reads them. */
export function timeTicks({ from, until }: ChartSpan, voice: Voice): readonly ChartTick[] {
  const ends = [from, until].map((day) => new Date(day * dayLength));
  const ticks = scaleUtc()
    .domain(ends)
    .ticks(times)
    .map((time) => time.toISOString())
    .filter((time) => time.endsWith("T00:00:00.000Z"))
    .map((time) => time.slice(0, 10));
  const days = ticks.length === 0 ? [isoOf(from)] : ticks;
  const step = stepOf(days);
  // A day's name stands below the middle of the day.
  const middle = step === "day" ? 0.5 : 0;
  const all = days
    .map((day) => ({ day, at: Date.parse(day) / dayLength + middle }))
    .filter(({ at }) => at >= from && at <= until);
  const every = Math.ceil(all.length / times);
  const shown = all.filter((_, index) => index % every === 0);
  return shown.map(({ day, at }, index) => {
    const isNewYear = shown[index - 1]?.day.slice(0, 4) !== day.slice(0, 4);
    return { at, label: visible(nameOf(day, step, isNewYear, voice)) };
  });
}

function isoOf(day: number): string {
  return new Date(Math.floor(day) * dayLength).toISOString().slice(0, 10);
}

type Step = "day" | "month" | "year";

function stepOf(days: readonly string[]): Step {
  if (days.length > 1 && days.every((day) => day.endsWith("-01-01"))) return "year";
  return days.length > 1 && days.every((day) => day.endsWith("-01")) ? "month" : "day";
}

/** A day has its year where it is another one than that of the day before it. */
function nameOf(day: string, step: Step, isNewYear: boolean, voice: Voice): Html {
  if (step === "year") return formatDate(day.slice(0, 4), voice);
  if (step === "month") return formatDate(day.slice(0, 7), voice);
  return isNewYear ? formatDate(day, voice) : formatDayOfMonth(day, voice);
}
