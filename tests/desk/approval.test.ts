import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { publishStory } from "../../src/desk/publish.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import { storyFileName } from "../../src/desk/story-file/name.ts";
import type { DeskReply } from "../../src/desk/dialogue/context.ts";
import { encodeDeskPress, type DeskAction } from "../../src/desk/dialogue/press.ts";
import { sealOf, storyOf } from "../../src/desk/dialogue/story.ts";
import type { Visit } from "../../src/desk/visit.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { openDraft } from "../../src/store/desk/drafts.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Story } from "../../src/domain/story.ts";
import { aStory } from "../builders.ts";
import { aContext, headline, toPreview, withArticle } from "./editor.ts";
import { readKnown } from "./article.ts";

const now = new Date("2026-11-22T10:00:00Z");
const draft = toPreview(withArticle()).draft();
const story = storyOf(draft);
const seal = story === undefined ? "" : sealOf(story);

interface Room {
  readonly desk: Desk;
  readonly press: (editor: number, action: DeskAction) => Promise<string>;
  readonly isPublished: () => boolean;
  readonly told: readonly number[];
}

function visit(id: number, edition = aContext().edition): Visit {
  return {
    editor: { id, name: `editor ${id}` },
    edition,
    printing: defaultPrinting,
    wording: "en",
    zone: "UTC",
    now,
  };
}

function words(reply: DeskReply): string {
  return reply.type === "notice" ? reply.text : reply.message.html;
}

/** Editors 7 and 8, and a draft of 7 that lacks nothing. */
async function openRoom(
  given: { readonly isClean?: boolean; readonly isCut?: () => boolean } = {},
): Promise<Room> {
  const contentDir = mkdtempSync(join(tmpdir(), "desk-approval-"));
  onTestFinished(() => rmSync(contentDir, { recursive: true }));
  cpSync(fileURLToPath(new URL("../../content", import.meta.url)), contentDir, { recursive: true });
  const db = await openDatabase("file::memory:");
  onTestFinished(() => db.destroy());
  const told: number[] = [];
  const keys = new Set<string>();
  const desk = createDesk({
    db,
    publish: (story) => publishStory(contentDir, story),
    editors: [7, 8],
    needsApproval: true,
    isClean: () => given.isClean ?? true,
    read: readKnown,
    newId: () => "abcd2345",
    botUsername: "mujaz_bot",
    tell(editor, key, make) {
      if (given.isCut?.()) return Promise.reject(new Error("the process ended"));
      make("ar");
      // As the store does it: a notice of one key is queued once.
      if (!keys.has(key)) told.push(editor);
      keys.add(key);
      return Promise.resolve();
    },
  });
  const deed = { action: "began", detail: {} };
  const state = JSON.stringify(draft);
  await openDraft(db, { by: visit(7).editor, now }, { state, deed });
  const name = storyFileName("2026-11-17", headline.en);
  return {
    desk,
    told,
    async press(editor, action) {
      const replies = await desk.press(visit(editor), encodeDeskPress({ draft: 1, action }));
      return replies.map(words).join("\n");
    },
    isPublished: () => existsSync(join(contentDir, "ghouta", name)),
  };
}

it("nobody approves their own, and nobody what they have not seen", async () => {
  const room = await openRoom();
  expect(await room.press(8, { type: "approve", seal })).toContain("not open any more");
  await room.press(7, { type: "publish", seal });
  expect(room.told).toEqual([8]);
  expect(await room.press(7, { type: "approve", seal })).toContain("Another editor must approve");
  expect(await room.press(8, { type: "approve", seal: "another" })).toContain("has changed");
  expect(room.isPublished()).toBe(false);
  expect(await room.press(8, { type: "approve", seal })).toContain("Published as");
  expect(room.isPublished()).toBe(true);
  expect(room.told).toEqual([8, 7]);
});

it("what its editor takes up again is not to be approved meanwhile", async () => {
  const room = await openRoom();
  await room.press(7, { type: "publish", seal });
  await room.press(7, { type: "resume" });
  expect(await room.press(8, { type: "approve", seal })).toContain("not open any more");
  expect(room.isPublished()).toBe(false);
});

it("a draft is worked at by its own editor alone", async () => {
  const room = await openRoom();
  for (const type of ["save", "discardForSure", "resume"] as const) {
    expect(await room.press(8, { type })).toContain("not open any more");
  }
  expect(await room.press(7, { type: "open", page: "figures" })).toContain("The figures of");
});

it("nothing is published while the content has problems, and the draft stays as it was", async () => {
  const room = await openRoom({ isClean: false });
  await room.press(7, { type: "publish", seal });
  expect(await room.press(8, { type: "approve", seal })).toContain("has problems");
  expect(room.isPublished()).toBe(false);
  expect(await room.press(8, { type: "preview" })).toContain(headline.ar);
});

it("the others are asked once, though the process ended before they were", async () => {
  let isCut = true;
  const room = await openRoom({ isCut: () => isCut });
  const publish = { type: "publish", seal } as const;
  await expect(room.press(7, publish)).rejects.toThrow("ended");
  isCut = false;
  for (const _ of [1, 2]) expect(await room.press(7, publish)).toContain("other editors");
  expect(room.told).toEqual([8]);
  await room.press(7, { type: "resume" });
  await room.press(7, publish);
  expect(room.told).toEqual([8, 8]);
});

it("the author learns of the approval, though the process ended after the file was written", async () => {
  let isCut = false;
  const room = await openRoom({ isCut: () => isCut });
  await room.press(7, { type: "publish", seal });
  isCut = true;
  const approve = { type: "approve", seal } as const;
  await expect(room.press(8, approve)).rejects.toThrow("ended");
  expect(room.isPublished()).toBe(true);
  isCut = false;
  expect(await room.press(8, approve)).toContain("Published as");
  expect(room.told).toEqual([8, 7]);
  expect(await room.press(8, approve)).toContain("Published already");
  expect(await room.press(7, { type: "publish", seal })).toContain("Published already");
});

it("a press that is told twice is one deed in the log", async () => {
  const room = await openRoom();
  for (const _ of [1, 2, 3]) await room.press(7, { type: "breaking", is: "yes" });
  for (const _ of [1, 2, 3]) await room.press(7, { type: "topic", topic: "ghouta" });
  const [page] = await room.desk.log(visit(7));
  const lines = page === undefined ? [] : words(page).split("\n");
  expect(lines.filter((line) => line.includes("breaking news"))).toHaveLength(1);
  expect(lines).toHaveLength(["title", "hurried", "began"].length);
});

it("a story that is in the content already gets no second file", async () => {
  const room = await openRoom();
  await room.press(7, { type: "publish", seal });
  const { edition } = aContext();
  const approve = encodeDeskPress({ draft: 1, action: { type: "approve", seal } });
  const pressed = async (known: Story) => {
    const stories = new Map(edition.stories).set(draft.storyId, known);
    return (await room.desk.press(visit(8, { ...edition, stories }), approve)).map(words).join();
  };
  const before = aStory({ id: draft.storyId });
  expect(await pressed(before)).toContain("Published already");
  expect(room.isPublished()).toBe(false);
  // The very same: its file was written before the process ended.
  expect(await pressed(story ?? before)).toContain("Published as");
});
