import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import { loadContent } from "../../src/content/load.ts";
import { publishStory } from "../../src/desk/publish.ts";
import { createDesk, type Desk } from "../../src/desk/desk.ts";
import type { DeskReply } from "../../src/desk/dialogue/context.ts";
import { encodeDeskPress } from "../../src/desk/dialogue/press.ts";
import type { Heard } from "../../src/desk/heard.ts";
import type { Visit } from "../../src/desk/visit.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { openDraft } from "../../src/store/desk/drafts.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { readKnown } from "./article.ts";
import { toPreview, withArticle } from "./editor.ts";
import { anyInput, refusalOf, type FuzzInput } from "./fuzz.ts";

const shipped = fileURLToPath(new URL("../../content", import.meta.url));
const now = new Date("2026-11-22T10:00:00Z");
const editors = [7, 8];

interface Room {
  readonly db: Database;
  readonly desk: Desk;
  readonly visit: (editor: number) => Visit;
  readonly folder: string;
}

async function openRoom(folder: string, edition: Edition, needsApproval: boolean): Promise<Room> {
  const db = await openDatabase("file::memory:");
  const desk = createDesk({
    db,
    publish: (story) => publishStory(join(folder, "content"), story),
    editors,
    needsApproval,
    isClean: () => true,
    read: readKnown,
    newId: () => "abcd2345",
    botUsername: "mujaz_bot",
    tell: (_editor, _key, make) => {
      make("ar");
      return Promise.resolve();
    },
  });
  const visit = (id: number): Visit => ({
    editor: { id, name: `editor ${id}` },
    edition,
    printing: defaultPrinting,
    wording: id === 7 ? "ar" : "en",
    zone: "Asia/Damascus",
    now,
  });
  return { db, desk, visit, folder };
}

/** Every file below a folder, with what is in it. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function heardOf(input: Exclude<FuzzInput, { readonly type: "follow" | "pressed" }>): Heard {
  const plain = { forwarded: false, edited: false };
  switch (input.type) {
    case "typed":
      return { ...plain, messageId: input.messageId, text: input.text };
    case "edited":
      return { ...plain, messageId: input.piece.messageId, text: input.piece.text, edited: true };
    case "pieces": {
      const [piece] = input.pieces;
      return {
        ...plain,
        messageId: piece?.messageId ?? 1,
        text: piece?.text ?? "",
        forwarded: true,
      };
    }
  }
}

function buttonsOf(replies: readonly DeskReply[]): readonly string[] {
  return replies
    .flatMap((reply) => (reply.type === "notice" ? [] : (reply.message.keyboard ?? [])))
    .flat()
    .flatMap((button) => (button.type === "press" ? [button.data] : []));
}

async function take(
  { desk, visit }: Room,
  editor: number,
  input: FuzzInput,
  shown: readonly string[],
): Promise<readonly DeskReply[]> {
  const at = visit(editor);
  if (input.type === "follow") {
    const data = shown[input.at % Math.max(1, shown.length)];
    return data === undefined ? desk.drafts(at) : desk.press(at, data);
  }
  if (input.type === "pressed") {
    return desk.press(at, encodeDeskPress({ draft: 1, action: input.action }));
  }
  return (await desk.hear(at, heardOf(input))) ?? [];
}

const almost = JSON.stringify(toPreview(withArticle()).draft());

/** A draft that lacks nothing, so that many ways lead to a file. */
async function withDraft({ db, desk, visit }: Room): Promise<readonly string[]> {
  const deed = { action: "began", detail: {} };
  await openDraft(db, { by: visit(7).editor, now }, { state: almost, deed });
  const resume = encodeDeskPress({ draft: 1, action: { type: "resume" } });
  return buttonsOf(await desk.press(visit(7), resume));
}

it("whatever two editors do, files are only added, and only as stories of a topic", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-fuzz-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(shipped, join(folder, "content"), { recursive: true });
  const loaded = await loadContent(join(folder, "content"), { reserved: new Set() });
  if (loaded.type !== "edition") throw new Error("the shipped content has problems");
  const before = filesIn(folder);
  const inputs = fc.array(fc.tuple(fc.constantFrom(...editors), anyInput), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.boolean(), inputs, async (approval, drafted, inputs) => {
      const room = await openRoom(folder, loaded.edition, approval);
      const shown = new Map<number, readonly string[]>();
      if (drafted) shown.set(7, await withDraft(room));
      for (const [editor, input] of inputs) {
        const replies = await take(room, editor, input, shown.get(editor) ?? []);
        expect(replies.flatMap((reply) => refusalOf(reply) ?? [])).toEqual([]);
        const buttons = buttonsOf(replies);
        if (buttons.length > 0) shown.set(editor, buttons);
      }
      await room.db.destroy();
      const after = filesIn(folder);
      for (const [name, text] of before) expect([name, after.get(name)]).toEqual([name, text]);
      const added = [...after.keys()].filter((name) => !before.has(name));
      for (const name of added) {
        expect(name).toMatch(/^content\/(?:ghouta|strikes|summit|barrelbombs)\/[a-z0-9-]+\.yaml$/);
      }
    }),
    { numRuns: fuzzRuns(40), examples: [[false, true, [[7, { type: "follow", at: 0 }]]]] },
  );
  expect(filesIn(folder).size).toBeGreaterThan(before.size);
}, 120_000);
