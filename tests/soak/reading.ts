import type { Entity } from "../../src/simulator/control.ts";
import type { Question } from "./plan.ts";
import { lastingStories, topics } from "./topics.ts";

/** A message as a reader understands it. */
export interface Reading {
  readonly kind: "answer" | "notice" | "alert" | "digest";
  /** What an answer answers. */
  readonly answers: Question | undefined;
  /** There is more than it tells. */
  readonly more: boolean;
  /** The live stories that it tells, by their headlines, in their order. */
  readonly stories: readonly number[];
  /** The figures of live stories in its list of figures. */
  readonly listed: readonly number[];
  /** All figures of live stories that it names anywhere. */
  readonly named: readonly number[];
}

/** Whose figure a number is. */
export interface Named {
  readonly story: number;
  readonly what: "killed" | "injured";
}

const perStory = 20;
const mostStories = 45;

export function whoseFigure(number: number): Named | undefined {
  const of = (base: number): number | undefined => {
    const story = Math.floor((number - base) / perStory);
    return story >= 0 && story < mostStories ? story : undefined;
  };
  const killed = of(1000);
  if (killed !== undefined) return { story: killed, what: "killed" };
  const injured = of(30_000);
  return injured === undefined ? undefined : { story: injured, what: "injured" };
}

/** What was sent, as the record has it. */
export interface Written {
  readonly text: string;
  readonly keyboard?: readonly (readonly { readonly callback_data?: string }[])[] | undefined;
  readonly replyTo?: number | undefined;
  readonly entities?: readonly Entity[] | undefined;
}

/** Reads a message by its words and buttons alone. */
export function readMessage({ text, keyboard, replyTo }: Written): Reading {
  const presses = (keyboard ?? []).flat().map((button) => button.callback_data ?? "");
  const answers = answeredBy(presses);
  const plain = text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/gu, "");
  const lines = plain.split("\n");
  const bullets = lines.filter((line) => line.startsWith("•"));
  const others = lines.filter((line) => !line.startsWith("•"));
  const stories = [...new Set(others.flatMap(marksIn))];
  const listed = figuresIn(bullets.join("\n"));
  // Where the message that it is about may not have arrived, a notice is no reply.
  const isNotice =
    replyTo !== undefined || (stories.length === 1 && listed.length === 0 && !plain.includes("■"));
  return {
    kind: kindOf(lines[0] ?? "", { answers, isNotice }),
    answers,
    more: answers === undefined && presses.length > 0,
    stories,
    listed,
    named: figuresIn(plain),
  };
}

function kindOf(
  first: string,
  { answers, isNotice }: Pick<Reading, "answers"> & { readonly isNotice: boolean },
): Reading["kind"] {
  if (answers !== undefined) return "answer";
  if (isNotice) return "notice";
  return /^(?:عاجل|Breaking)/.test(first) ? "alert" : "digest";
}

/** The buttons below an answer name the story or the topic. */
function answeredBy(presses: readonly string[]): Question | undefined {
  for (const press of presses) {
    const [, lasting] = /^1s\.base(\d{3})\./.exec(press) ?? [];
    if (lasting !== undefined && Number(lasting) < lastingStories) return Number(lasting);
    const [, topic] = /^1b\.(\w+)\.\w+\.(?:ar|en|both)$/.exec(press) ?? [];
    if (topic !== undefined && topics.some((known) => known === topic)) return topic;
  }
  return undefined;
}

function marksIn(line: string): readonly number[] {
  return [...line.matchAll(/live(\d{3})/g)].map(([, number]) => Number(number));
}

function figuresIn(text: string): readonly number[] {
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const numbers = [...western.matchAll(/\d[\d,٬]*/g)].map(([found]) =>
    Number(found.replace(/[,٬]/g, "")),
  );
  return [...new Set(numbers)].filter((number) => whoseFigure(number) !== undefined);
}
