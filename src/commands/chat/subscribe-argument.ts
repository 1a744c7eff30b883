import { normalise } from "../../domain/normalise.ts";
import type { Weekday } from "../../domain/time/time-zone.ts";
import { zonesNamed } from "../../domain/time/zone-guess.ts";
import { readTypedTime, type TypedTime } from "../../domain/time/typed-time.ts";
import { digitsOf } from "../../rendering/text/digits.ts";
import { asOneRun, html } from "../../rendering/text/html.ts";
import type { Button, Message } from "../../rendering/message/message.ts";
import { fitsButton } from "../../rendering/message/press-data.ts";
import { say } from "../../rendering/text/translate.ts";
import { topicIndex } from "../../search/topics.ts";
import { wordingOf } from "../command.ts";
import { inRows, text } from "../replies.ts";
import type { Request } from "../request.ts";
import type { Given } from "../settings/begin.ts";
import { placeButton, voiceOf, type Target } from "../settings/target.ts";

/** What was written after /subscribe, or the answer to what cannot be. */
export type SubscribeArgument =
  | { readonly type: "given"; readonly given: Given }
  | { readonly type: "wrong"; readonly answer: Message };

/** Words for no topic in particular, normalised. */
const allWords: ReadonlySet<string> = new Set(
  "all everything topics topic مواضيع كل جميع".split(" "),
);

const mostSuggestions = 4;
/** Characters of what was typed that are repeated. */
const longestEcho = 40;

/** Reads times, days and topics in any order. */
export function readSubscribe(
  request: Request,
  target: Target,
  argument: string,
): SubscribeArgument {
  const typed = readTypedTime(argument);
  if (typed.type === "wrong") return { type: "wrong", answer: wrongTime(request, typed) };
  const { times, days, rest } = typed;
  const areAll = rest.length > 0 && rest.every((word) => allWords.has(normalise(word)));
  const topics = areAll ? [] : topicIndex(request.edition).named(rest.join(" "));
  if (topics.length === 0 && rest.length > 0 && !areAll) {
    return { type: "wrong", answer: wrongTopic(request, target, typed) };
  }
  return { type: "given", given: { times, days, ...(rest.length > 0 && { topics }) } };
}

type Read = Extract<TypedTime, { type: "read" }>;
type Wrong = Extract<TypedTime, { type: "wrong" }>;

function wrongTime(request: Request, { part, reason }: Wrong): Message {
  const wording = wordingOf(request);
  const what = say(wording, `interface:wrongTime.${reason}`, { part: echo(part) });
  const example = asOneRun(`${commandOf(request)} 07:30 19:00`);
  const words = html`${what}\n${say(wording, "interface:wrongTime.example", { example })}`;
  return text(digitsOf(words, voiceOf(request)));
}

/** The nearest topics as buttons that subscribe to all that was understood and that topic. */
function wrongTopic(request: Request, target: Target, read: Read): Message {
  const wording = wordingOf(request);
  const index = topicIndex(request.edition);
  const isNamed = (word: string): boolean => index.named(word).length > 0;
  const unknown = read.rest.filter((word) => !isNamed(word)).join(" ") || read.rest.join(" ");
  if (zonesNamed(unknown).length > 0) return isPlace(request, unknown);
  const known = [...new Set(read.rest.filter(isNamed).flatMap((word) => index.named(word)))];
  const near = index.nearest(unknown, mostSuggestions);
  const shown = near.length > 0 ? near : [...request.edition.topics.keys()].slice(0, 8);
  const buttons = shown.flatMap((id) => topicChoice(request, target, { read, known, id }));
  const first = request.edition.topics.keys().next().value ?? "";
  const words = say(wording, "interface:wrongTopic", {
    typed: echo(unknown),
    example: asOneRun(`${commandOf(request)} 07:30 ${near[0] ?? first}`),
  });
  return text(words, inRows(buttons, 2));
}

/** Whoever writes a place after the time means its clocks. */
function isPlace(request: Request, typed: string): Message {
  const at = request.chat.type === "private" ? "" : `@${request.botUsername}`;
  const example = asOneRun(`/timezone${at} ${echo(typed)}`);
  return text(
    say(wordingOf(request), "interface:wrongTopicPlace", { typed: echo(typed), example }),
  );
}

interface Suggestion {
  readonly read: Read;
  readonly known: readonly string[];
  readonly id: string;
}

/** None where what was understood is more than a button can carry. */
function topicChoice(
  request: Request,
  target: Target,
  { read: { times, days }, known, id }: Suggestion,
): readonly Button[] {
  const topic = request.edition.topics.get(id);
  const topics = [...new Set([...known, id])];
  const chosen: readonly Weekday[] = days?.type === "weekdays" ? days.days : [];
  const action = { type: "subscribe", times, days: chosen, topics } as const;
  if (topic === undefined || !fitsButton({ type: "place", action })) return [];
  return [placeButton(target, topic.title[wordingOf(request)], action)];
}

export function echo(typed: string): string {
  const characters = Array.from(typed);
  return characters.length <= longestEcho
    ? typed
    : `${characters.slice(0, longestEcho - 1).join("")}…`;
}

function commandOf({ chat, botUsername }: Request): string {
  return chat.type === "private" ? "/subscribe" : `/subscribe@${botUsername}`;
}
