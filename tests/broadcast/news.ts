import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface News {
  readonly now: Date;
  readonly stories: number;
  readonly breaking: boolean;
}

/** Stories of today; what the folder holds besides is long ago. */
export function writeNews(content: string, { now, stories, breaking }: News): void {
  mkdirSync(join(content, "ghouta"), { recursive: true });
  const day = now.toISOString().slice(0, 10);
  for (let number = 1; number <= stories; number += 1) {
    const file = join(content, "ghouta", `today-${number}.yaml`);
    writeFileSync(file, story(number, day) + (breaking ? "breaking: true\n" : ""));
  }
}

function story(number: number, day: string): string {
  return `id: today${number}
date: ${day}
place: { ar: دوما, en: Douma }
headline: { ar: خبر اليوم من دوما رقم ${number}, en: News of the day from Douma ${number} }
excerpt:
  ar: نص قصير يصف ما جرى في ذلك اليوم، ويكفي طوله لما يُطلب من كل خبر.
  en: A short text about what happened on that day, as long as a story has to be.
figures:
  - { id: killed, kind: killed, who: civilians, count: ${number + 2}, source: sohr }
  - { id: children, kind: killed, who: children, count: 2, of: killed, source: sohr }
  - { id: injured, kind: injured, who: persons, count: 65, qualifier: at_least, source: sohr }
`;
}
