import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface News {
  readonly now: Date;
  readonly stories: number;
  readonly breaking: boolean;
  /** The stories are corrected: one more was killed in each than they said before. */
  readonly corrected?: boolean;
}

/** Stories of today; what the folder holds besides is long ago. */
export function writeNews(content: string, news: News): void {
  const { now, stories, breaking, corrected = false } = news;
  mkdirSync(join(content, "ghouta"), { recursive: true });
  const day = now.toISOString().slice(0, 10);
  for (let number = 1; number <= stories; number += 1) {
    const file = join(content, "ghouta", `today-${number}.yaml`);
    const text = corrected ? story(number, day, 3) + correction(day) : story(number, day, 2);
    writeFileSync(file, text + (breaking ? "breaking: true\n" : ""));
  }
}

/** What those who were told of a correction are told. */
const reasonGiven = "A slip of the pen.";

function correction(day: string): string {
  return `corrections:
  - { at: ${day}, reason: our_error, note: { ar: زلة قلم., en: ${reasonGiven} } }
`;
}

function story(number: number, day: string, more: number): string {
  return `id: today${number}
date: ${day}
place: { ar: دوما, en: Douma }
headline: { ar: خبر اليوم من دوما رقم ${number}, en: News of the day from Douma ${number} }
excerpt:
  ar: نص قصير يصف ما جرى في ذلك اليوم، ويكفي طوله لما يُطلب من كل خبر.
  en: A short text about what happened on that day, as long as a story has to be.
figures:
  - { id: killed, kind: killed, who: civilians, count: ${number + more}, source: sohr }
  - { id: children, kind: killed, who: children, count: 2, of: killed, source: sohr }
  - { id: injured, kind: injured, who: persons, count: 65, qualifier: at_least, source: sohr }
`;
}
