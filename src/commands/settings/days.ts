import { weekdays, type Weekday } from "../../domain/time/time-zone.ts";
import type { Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import { inRows, mark, text } from "../replies.ts";
import type { Request } from "../request.ts";
import { backRow } from "./back.ts";
import { pageWords } from "./plan.ts";
import { placeButton, wishOf, type Target } from "./target.ts";

const week: readonly Weekday[] = ["sun", ...weekdays.filter((day) => day !== "sun")];

/** Every day, or some: a press on the first one while all are chosen leaves only that one. */
export function daysPage(request: Request, target: Target): Message {
  const wording = wordingOf(request);
  const { days } = wishOf(target).schedule;
  const daily = mark(label(wording, "interface:days.daily"), days.type === "daily");
  const some = week.map((day) => {
    const isChosen = days.type === "weekdays" && days.days.includes(day);
    const words = mark(label(wording, `printing:weekday.${day}`), isChosen);
    return placeButton(target, words, { type: "day", day, on: !isChosen });
  });
  const title = say(wording, "interface:page.days");
  const words = pageWords(request, target, title, say(wording, "interface:days.hint"));
  return text(words, [
    [placeButton(target, daily, { type: "day", on: true })],
    ...inRows(some, 3),
    backRow(request, target),
  ]);
}
