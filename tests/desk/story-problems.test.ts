import { expect, it } from "vitest";
import { storyOf } from "../../src/desk/dialogue/story.ts";
import { storyProblems } from "../../src/desk/story-problems.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { aContext, toPreview, withArticle } from "./editor.ts";

const { edition } = aContext();
const stated = { type: "stated", source: "sohr" } as const;

function errorsIn(seen: Edition): string {
  const story = storyOf(toPreview(withArticle(), ["f2", "f3"]).draft());
  if (story === undefined) throw new Error("the draft is no story");
  const figures = story.figures.map((figure) => ({ ...figure, attribution: stated }));
  return storyProblems({ ...story, figures }, seen)
    .filter(({ level }) => level === "error")
    .map(({ text }) => text)
    .join("\n");
}

it("a topic or a source that has gone since it was chosen is an error", () => {
  const noTopic = errorsIn({ ...edition, topics: new Map() });
  expect(noTopic).toContain("topic: ghouta: expected one of the topics");
  const noSource = errorsIn({ ...edition, sources: new Map() });
  expect(noSource).toContain("f2.source: sohr: expected an id of sources.yaml");
  expect(errorsIn(edition)).not.toMatch(/topics|sources\.yaml/);
});
