import { describe, expect, it } from "vitest";
import { loadContent } from "../../src/content/load.ts";
import { editionIn, figure, folderWith, options, problemsIn, story, strikes } from "./folder.ts";

function also(topic: string): object {
  return { "ghouta/a.yaml": { ...story, also: [topic] } };
}

function repeating(sameAs: string | undefined): object {
  const reference = sameAs === undefined ? {} : { same_as: sameAs };
  return { ...story, figures: [{ ...figure, ...reference }] };
}

function both(a: string, b?: string): string {
  return folderWith({
    "ghouta/a.yaml": repeating(a),
    "ghouta/b.yaml": { ...repeating(b), id: "ghta0208" },
  });
}

describe("stories beside each other", () => {
  it("are in the order of their last days, the newest first, then of their ids", async () => {
    const edition = await editionIn(
      folderWith({
        "ghouta/b.yaml": { ...story, id: "bbbb" },
        "ghouta/c.yaml": { ...story, id: "cccc", date: { from: "2018-01-01", to: "2018-02-08" } },
        "ghouta/d.yaml": { ...story, id: "aaaa" },
        "ghouta/e.yaml": { ...story, id: "eeee", date: "2017-12-31" },
      }),
    );
    expect([...edition.stories.keys()]).toEqual(["cccc", "aaaa", "bbbb", "ghta0207", "eeee"]);
  });

  it("cannot share an id, even over topics", async () => {
    const dir = folderWith({ ...strikes, "strikes/a.yaml": story });
    expect(await problemsIn(dir)).toEqual([
      "strikes/a.yaml:2:3: id: ghta0207: expected an id that no other story has, as ghouta/a.yaml does",
    ]);
  });

  it("may name another topic, and are told of a slip", async () => {
    expect(await problemsIn(folderWith({ ...strikes, ...also("strikes") }))).toEqual([]);
    expect(await problemsIn(folderWith({ ...strikes, ...also("strikse") }))).toEqual([
      "ghouta/a.yaml:26:5: also[0]: strikse: expected the folder of another topic: did you mean strikes?",
    ]);
  });

  it("may repeat figures of each other, but not in a circle", async () => {
    expect(await problemsIn(both("ghta0208/killed"))).toEqual([]);
    expect(await problemsIn(both("ghta0208/kiled"))).toEqual([
      "ghouta/a.yaml:23:7: figures[0].same_as: ghta0208/kiled: expected the figure of a story, as story/figure: did you mean ghta0208/killed?",
    ]);
    expect(await problemsIn(both("ghta0208/killed", "ghta0207/killed"))).toEqual([
      "ghouta/a.yaml:23:7: figures[0].same_as: ghta0208/killed: expected a figure that does not, in a circle, repeat this one",
      "ghouta/b.yaml:23:7: figures[0].same_as: ghta0207/killed: expected a figure that does not, in a circle, repeat this one",
    ]);
  });
});

describe("a story that was told", () => {
  it("cannot vanish", async () => {
    const previous = await editionIn(folderWith());
    const dir = folderWith({ "ghouta/a.yaml": undefined });
    expect(await problemsIn(dir, { ...options, previous })).toEqual([
      "ghouta: story ghta0207 of topic ghouta has vanished: expected its file, in any topic's folder; to end it, let the file say withdrawn: with at and note",
    ]);
  });

  it("may vanish once it was withdrawn", async () => {
    const withdrawn = { at: "2018-02-09", note: { ar: "تبين أنه خطأ", en: "It was an error" } };
    const previous = await editionIn(folderWith({ "ghouta/a.yaml": { ...story, withdrawn } }));
    const dir = folderWith({ "ghouta/a.yaml": undefined });
    expect(await problemsIn(dir, { ...options, previous })).toEqual([]);
  });

  it("may move to another file and another topic", async () => {
    const previous = await editionIn(folderWith());
    const dir = folderWith({ ...strikes, "ghouta/a.yaml": undefined, "strikes/b.yaml": story });
    const result = await loadContent(dir, { ...options, previous });
    expect(result).toMatchObject({ type: "edition" });
  });

  it("has not vanished while a broken file may hold it", async () => {
    const previous = await editionIn(folderWith());
    const dir = folderWith({ "ghouta/a.yaml": "id: ghta0207\n headline: {" });
    const problems = await problemsIn(dir, { ...options, previous });
    expect(problems.filter((problem) => problem.includes("vanished"))).toEqual([]);
    expect(problems[0]).toMatch(/^ghouta\/a\.yaml:1:5: not valid YAML: /);
  });
});
