import { createSchedule, daysOf } from "../../domain/time/schedule.ts";
import type { PlaceAction } from "../../rendering/message/press-place.ts";
import type { Wish } from "../../store/subscriptions/subscriptions.ts";

/** What a press changes of a subscription; each says what shall be. */
export type WishChange = Extract<PlaceAction, { type: "switch" | "topic" | "time" | "day" }>;

/** The wish with one thing changed; undefined where that cannot be: no time at all, or too many. */
export function changeWish(wish: Wish, change: WishChange): Wish | undefined {
  switch (change.type) {
    case "switch":
      return { ...wish, ...switched(change) };
    case "topic":
      return { ...wish, topics: withTopic(wish.topics, change) };
    case "time":
      return withTimes(wish, change);
    case "day":
      return withDay(wish, change);
  }
}

function switched({ name, on }: Extract<WishChange, { type: "switch" }>): Partial<Wish> {
  switch (name) {
    case "alerts":
      return { alerts: on };
    case "line":
      return { emptyLine: on };
    case "cards":
      return { cards: on };
    case "sound":
      return { silent: !on };
  }
}

/** No topics are all topics: so it is when the last one is taken away. */
function withTopic(
  topics: readonly string[],
  { topic, on }: Extract<WishChange, { type: "topic" }>,
): readonly string[] {
  if (topic === undefined) return [];
  const others = topics.filter((id) => id !== topic);
  return on ? [...others, topic] : others;
}

function withTimes(
  wish: Wish,
  { time, on }: Extract<WishChange, { type: "time" }>,
): Wish | undefined {
  const { times, days, zone } = wish.schedule;
  const others = times.filter((other) => other !== time);
  const schedule = createSchedule(on ? [...others, time] : others, days, zone);
  return schedule && { ...wish, schedule };
}

/** Some days begin with the one that is chosen while all were, and end when the last is taken away. */
function withDay(wish: Wish, { day, on }: Extract<WishChange, { type: "day" }>): Wish | undefined {
  const { times, days, zone } = wish.schedule;
  const some = days.type === "weekdays" && day !== undefined ? days.days : [];
  const others = some.filter((other) => other !== day);
  const chosen = daysOf(on && day !== undefined ? [...others, day] : others);
  const schedule = createSchedule(times, chosen ?? { type: "daily" }, zone);
  return schedule && { ...wish, schedule };
}
