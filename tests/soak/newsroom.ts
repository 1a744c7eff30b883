import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Change } from "./plan.ts";
import { lastingStories, topics } from "./topics.ts";

/** A story as it stands in its file. */
export interface SoakStory {
  readonly number: number;
  readonly topic: string;
  readonly breaking: boolean;
  /** Grows with every change, so that no two figures of the day are alike. */
  readonly version: number;
  readonly wording: number;
  readonly reasons: number;
  readonly injuredRetracted: boolean;
  readonly withdrawn: boolean;
}

/** Its marks in a text; the first is of a story that never changes. */
export const lastingMark = (number: number): string => `base${String(number).padStart(3, "0")}`;
const markOf = (number: number): string => `live${String(number).padStart(3, "0")}`;

/** From the number alone it is known whose figure it is, and of which version. */
export const killedOf = ({ number, version }: Pick<SoakStory, "number" | "version">): number =>
  1000 + number * 20 + version;
export const injuredOf = ({ number }: Pick<SoakStory, "number">): number => 30_000 + number * 20;

export function newStory(number: number, breaking: boolean): SoakStory {
  const topic = topics[number % topics.length] ?? "north";
  const fresh = { version: 0, wording: 0, reasons: 0, injuredRetracted: false, withdrawn: false };
  return { number, topic, breaking, ...fresh };
}

export function changed(story: SoakStory, how: Change): SoakStory {
  switch (how) {
    case "correct":
      return { ...story, version: story.version + 1, reasons: story.reasons + 1 };
    case "update":
      return { ...story, version: story.version + 1 };
    case "retract":
      return { ...story, injuredRetracted: true };
    case "withdraw":
      return { ...story, withdrawn: true };
    case "reword":
      return { ...story, wording: story.wording + 1 };
  }
}

/** A folder of content: topics, a source, and the stories that never change. */
export function openNewsroom(folder: string, dayBefore: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "sources.yaml"),
    `monitor:
  name: { ar: مرصد الميدان, en: the Field Monitor }
  kind: monitor
`,
  );
  for (const [index, topic] of topics.entries()) {
    mkdirSync(join(folder, topic), { recursive: true });
    writeFileSync(
      join(folder, topic, "topic.yaml"),
      `title: { ar: منطقة ${arabicNames[index]}, en: The ${topic} }
about: { ar: أخبار منطقة ${arabicNames[index]}, en: News of the ${topic} }
`,
    );
  }
  for (let number = 0; number < lastingStories; number += 1) {
    const topic = topics[number % topics.length] ?? "north";
    const mark = lastingMark(number);
    const text = storyOf({
      mark,
      day: dayBefore,
      wording: 0,
      killed: 40_000 + number,
      injured: 50_000 + number,
    });
    writeFileSync(join(folder, topic, `${mark}.yaml`), text);
  }
}

const arabicNames = ["الشمال", "الجنوب", "الشرق", "الغرب", "الساحل", "البادية"];

/** Saves a story; `spoilt`: half of it. */
export function save(folder: string, story: SoakStory, day: string, spoilt = false): void {
  const mark = markOf(story.number);
  const whole = textOf(story, day);
  const text = spoilt ? whole.slice(0, whole.indexOf("figures:")) : whole;
  writeFileSync(join(folder, story.topic, `${mark}.yaml`), text);
}

function textOf(story: SoakStory, day: string): string {
  const notes = Array.from(
    { length: story.reasons },
    (_, index) =>
      `  - { at: ${day}, reason: our_error, note: { ar: زلة قلم رقم ${index + 1}., en: Slip of the pen ${index + 1}. } }\n`,
  ).join("");
  return [
    storyOf({
      mark: markOf(story.number),
      day,
      wording: story.wording,
      killed: killedOf(story),
      injured: injuredOf(story),
      more: story.injuredRetracted ? ", status: retracted" : "",
    }),
    story.breaking ? "breaking: true\n" : "",
    notes === "" ? "" : `corrections:\n${notes}`,
    story.withdrawn
      ? `withdrawn: { at: ${day}, note: { ar: لم تثبت الرواية., en: The account did not hold. } }\n`
      : "",
  ].join("");
}

interface Words {
  readonly mark: string;
  readonly day: string;
  readonly wording: number;
  readonly killed: number;
  readonly injured: number;
  readonly more?: string;
}

function storyOf({ mark, day, wording, killed, injured, more = "" }: Words): string {
  const [ar, en] = wordings[wording % wordings.length] ?? ["", ""];
  return `id: ${mark}
date: ${day}
place: { ar: دوما, en: Douma }
headline: { ar: خبر ${mark} من دوما, en: Report ${mark} from Douma }
excerpt:
  ar: نص قصير يصف ما جرى في ذلك اليوم${ar}، ويكفي طوله لما يُطلب من كل خبر. ونقلت عنه الوكالات في المساء، ولم يتضح بعد كل ما جرى.
  en: A short text about what happened on that day${en}, as long as a story has to be. The agencies wrote about it in the evening, and not all of it is clear yet.
figures:
  - { id: killed, kind: killed, who: persons, count: ${killed}, source: monitor }
  - { id: injured, kind: injured, who: persons, count: ${injured}, source: monitor${more} }
`;
}

const wordings = [
  ["", ""],
  [" في البلدة", " in the town"],
  [" هناك", " there"],
] as const;
