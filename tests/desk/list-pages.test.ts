import { expect, it } from "vitest";
import { newDraft } from "../../src/desk/dialogue/draft.ts";
import { draftsPage } from "../../src/desk/pages/list-pages.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { refusalOf } from "./fuzz.ts";

const now = new Date("2026-11-22T10:00:00Z");

it.each(["ar", "en"] as const)("twenty drafts with the longest headlines fit, in %s", (wording) => {
  const headline = { ar: `${"ء ".repeat(99)}ء`, en: "W".repeat(200) };
  const drafts = Array.from({ length: 20 }, (_, index) => ({
    id: index + 1,
    editorId: 7,
    version: 1,
    status: "saved" as const,
    state: JSON.stringify({ ...newDraft("abcd2345"), headline }),
    updatedAt: now,
  }));
  const reader = { id: 7, printing: defaultPrinting, wording, zone: "UTC" };
  expect(refusalOf({ type: "send", message: draftsPage(reader, drafts) })).toBeUndefined();
});
