import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { aRequest, labelsOf, messagesOf, now, plainWordsOf, type } from "../commands/requests.ts";
import {
  editionIn,
  figure,
  folderWith,
  problemsIn,
  sources,
  story,
  topic,
} from "../content/folder.ts";
import { parseHtml } from "../rendering/telegram.ts";

// Legal ids that objects of JavaScript have by birth.
const born = "constructor";
const proto = "__proto__";

const hostile = `
id: ${born}
date: 2018-02-07
place: { ar: دوما, en: Douma }
headline: { ar: غارات على دوما, en: Air strikes on Douma }
excerpt:
  ar: تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء، بحسب المرصد.
  en: Towns in Eastern Ghouta came under air strikes on Wednesday, it said.
figures:
  - { id: ${proto}, kind: killed, who: civilians, count: 38, source: sohr }
  - { id: ${born}, kind: killed, who: children, count: 12, of: ${proto}, source: ${born} }
sources: [${born}]
`;

const hostileSources = `
sohr: { name: { ar: المرصد السوري, en: the Observatory }, kind: monitor }
${born}: { name: { ar: الهلال الأحمر, en: the Red Crescent }, kind: monitor }
`;

function namedSo(): Promise<Edition> {
  return editionIn(
    folderWith({
      "sources.yaml": hostileSources,
      [`${born}/topic.yaml`]: { ...topic, title: { ar: "دوما", en: "Douma" }, aliases: [] },
      [`${born}/a.yaml`]: hostile,
    }),
  );
}

describe("names that every object has", () => {
  it("are ids like any other in the content", async () => {
    const edition = await namedSo();
    const found = edition.stories.get(born);
    expect(found?.figures.map(({ id }) => id)).toEqual([proto, born]);
    expect(edition.sources.get(born)?.name.en).toBe("the Red Crescent");
    expect([...edition.topics.keys()]).toContain(born);
  });

  it.each([
    `/${born}`,
    `/story ${born}`,
    `/story_${born}`,
    `/start topic_${born}`,
    `/start story_${born}`,
    `/start report_${born}`,
    `/start history_${born}`,
    `/figures ${born}`,
    `/sources ${born}`,
    `/history ${born}`,
    `/compare ${born}`,
    `/timeline ${born}`,
    `/cite ${born}`,
    `/export ${born}`,
    `/card ${born}`,
    `/search Douma source:${born}`,
    `/search topic:${born}`,
    `/subscribe 07:30 ${born}`,
    "/digest",
    "/latest",
    "Douma",
  ])("are answered like any other: %s", async (line) => {
    const edition = await namedSo();
    const db = await openDatabase("file::memory:");
    await recordEdition(db, edition, now);
    const replies = await type(await aRequest({ edition, db }), line);
    expect(replies.length).toBeGreaterThan(0);
    for (const { html } of messagesOf(replies)) parseHtml(html);
    expect(plainWordsOf(replies)).not.toMatch(/undefined|\[object|native code/);
    for (const label of labelsOf(replies)) expect(label).not.toMatch(/undefined|\[object|native/);
    await db.destroy();
  });

  it.each([
    `/start ${born}_x`,
    `/start ${proto}_x`,
    `/start topic_${proto}`,
    `/story ${proto}`,
    `/${proto}`,
    `/tostring`,
    `/search ${born}:x`,
    `/subscribe ${proto}`,
    `/timezone ${born}`,
  ])("lead nowhere where nothing has them: %s", async (line) => {
    const plain = await editionIn(folderWith());
    const replies = await type(await aRequest({ edition: plain }), line);
    expect(replies.length).toBeGreaterThan(0);
    expect(plainWordsOf(replies)).not.toMatch(/undefined|\[object|native code/);
  });

  it.each([born, proto, "toString", "valueOf", "hasOwnProperty"])(
    "stand for no button: %s",
    async (name) => {
      for (const data of [
        `1${name}.ghouta`,
        `1b.${name}`,
        `1s.${name}.`,
        `1g.${name}.main.`,
        `1${name}`,
      ]) {
        const replies = await answer({ type: "press", data }, await aRequest());
        expect(replies).toMatchObject([{ type: "notice" }]);
      }
    },
  );

  it("are a source only where they can be", async () => {
    const text = `${hostileSources}${proto}: ${JSON.stringify(sources.sohr)}\n`;
    expect(await problemsIn(folderWith({ "sources.yaml": text }))).toEqual([
      `sources.yaml:4:1: ${proto}: ${proto}: expected another id`,
    ]);
  });

  it.each([proto, born])("are no field of a file: %s", async (name) => {
    const text = `${JSON.stringify({ ...story, figures: [figure] }, null, 2).slice(0, -2)},\n"${name}": { "breaking": true }\n}`;
    expect(await problemsIn(folderWith({ "ghouta/a.yaml": text }))).toEqual([
      expect.stringContaining(`${name}: unknown`),
    ]);
  });
});

describe("YAML", () => {
  it("merges nothing into a map", async () => {
    const merged = `sohr: &a ${JSON.stringify(sources.sohr)}\nother: { <<: *a }\n`;
    const problems = await problemsIn(folderWith({ "sources.yaml": merged }));
    expect(problems.join("\n")).toContain("<<");
  });

  it("makes nothing but data, whatever its tags", async () => {
    for (const tag of [
      "!!js/function 'function(){}'",
      "!!python/object:os.system x",
      "!<tag:x> y",
    ]) {
      const text = `sohr: ${tag}\n`;
      expect((await problemsIn(folderWith({ "sources.yaml": text }))).length).toBeGreaterThan(0);
    }
    expect(Object.prototype).not.toHaveProperty("breaking");
  });
});
