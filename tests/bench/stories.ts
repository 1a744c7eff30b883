import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const topics = 20;

/** Writes a content folder of so many stories, each with figures in two languages. */
export function writeStories(dir: string, count: number): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, "sources.yaml"),
    "sohr:\n  name: { ar: المرصد السوري, en: the Observatory }\n  kind: monitor\n",
  );
  for (let topic = 0; topic < topics; topic += 1) {
    const folder = join(dir, `topic${topic}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "topic.yaml"),
      `title: { ar: الموضوع ${topic}, en: Topic ${topic} }\nabout: { ar: عن الموضوع, en: About topic ${topic} }\n`,
    );
  }
  for (let index = 0; index < count; index += 1) {
    writeFileSync(storyFile(dir, index), story(index, 38));
  }
}

export function storyFile(dir: string, index: number): string {
  return join(dir, `topic${index % topics}`, `story-${index}.yaml`);
}

/** A story as YAML; `killed` is what a bench changes in it. */
export function story(index: number, killed: number): string {
  // No two of ten thousand count the same people.
  const day = new Date(Date.UTC(1995, 0, 1) + (index % 10_000) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return `id: s${String(index).padStart(7, "0")}
date: ${day}
place: { ar: دوما, en: Douma }
headline: { ar: خبر رقم ${index}, en: Story number ${index} }
excerpt:
  ar: أسفرت غارات جوية على دوما في ذلك اليوم عن مقتل ${killed} مدنياً، بينهم 12 طفلاً، وإصابة ما لا يقل عن 65 شخصاً، بحسب المرصد.
  en: Air strikes on Douma on that day killed ${killed} civilians, 12 of them children, and injured at least 65 people, according to the Observatory.
figures:
  - { id: killed, kind: killed, who: civilians, count: ${killed}, source: sohr }
  - { id: children, kind: killed, who: children, count: 12, of: killed, source: sohr }
  - { id: injured, kind: injured, who: persons, count: 65, qualifier: at_least, source: sohr }
`;
}
