import { isDeepStrictEqual } from "node:util";
import type { Edition } from "../domain/edition.ts";
import type { Language } from "../domain/language.ts";
import type { Story } from "../domain/story.ts";
import { asOneRun } from "../rendering/text/html.ts";
import type { Message } from "../rendering/message/message.ts";
import { say } from "../rendering/text/translate.ts";
import { changeDraft, type DraftChange, type StoredDraft } from "../store/desk/drafts.ts";
import type { Act, DeskInput, DeskReply, Stepped } from "./dialogue/context.ts";
import { entryOf } from "./dialogue/entry.ts";
import { deed } from "./dialogue/moves.ts";
import { step } from "./dialogue/step.ts";
import { storyOf } from "./dialogue/story.ts";
import { approvalNotice } from "./pages/approval-page.ts";
import { message } from "./pages/parts.ts";
import type { Published } from "./publish.ts";
import { storyFile } from "./story-file/story-file.ts";
import { stateOf } from "./state.ts";
import { contextOf, refusal, type DeskParts, type Visit } from "./visit.ts";

/** One step of an open draft, kept before anything of it is shown. */
export async function takeStep(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  input: DeskInput,
): Promise<readonly DeskReply[]> {
  const draft = stateOf(stored);
  const stepped = step(draft, input, contextOf(parts, visit, stored.id));
  if (stepped.act !== undefined)
    return carryOut(parts, visit, stored, { ...stepped, act: stepped.act });
  // A press that is told again, or changes nothing, is no deed.
  if (isDeepStrictEqual(stepped.draft, draft)) return stepped.replies;
  const kept = await keep(parts, visit, stored, changeOf(stepped, "open"));
  return kept ?? stepped.replies;
}

function changeOf({ draft, deeds }: Stepped, status: StoredDraft["status"]): DraftChange {
  return { state: JSON.stringify(draft), status, deeds };
}

/** Undefined where the change is kept; else what is said of it. */
export async function keep(
  { db }: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  change: DraftChange,
): Promise<readonly DeskReply[] | undefined> {
  const doing = { by: visit.editor, now: visit.now };
  const outcome = await changeDraft(db, doing, stored, change);
  return outcome === "changed" ? undefined : [refusal(visit, `desk:draft.${outcome}`)];
}

async function carryOut(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  stepped: Stepped & { readonly act: Act },
): Promise<readonly DeskReply[]> {
  switch (stepped.act) {
    case "save":
      return end(parts, visit, stored, {
        change: changeOf(stepped, "saved"),
        said: said(visit, "desk:draft.saved", "drafts"),
      });
    case "discard":
      return end(parts, visit, stored, {
        change: changeOf(stepped, "dropped"),
        said: message(say(visit.wording, "desk:draft.discarded")),
      });
    case "publish":
      return parts.needsApproval
        ? submit(parts, visit, stored)
        : publishDraft(parts, visit, stored);
  }
}

function said({ wording }: Visit, key: "desk:draft.saved", command: string): Message {
  return message(say(wording, key, { command: asOneRun(`/${command}`) }));
}

async function end(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  { change, said }: { readonly change: DraftChange; readonly said: Message },
): Promise<readonly DeskReply[]> {
  return (await keep(parts, visit, stored, change)) ?? [{ type: "edit", message: said }];
}

/** The draft waits, and every other editor is asked. */
async function submit(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
): Promise<readonly DeskReply[]> {
  const refused = await keep(parts, visit, stored, {
    state: stored.state,
    status: "waiting",
    deeds: [deed("submitted")],
  });
  return refused ?? askOthers(parts, visit, { ...stored, version: stored.version + 1 });
}

/**
 * Asks for the approval of a draft that waits: each editor once, though the press may be told again
 * because the process ended before they were asked.
 */
export async function askOthers(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
): Promise<readonly DeskReply[]> {
  const headline = storyOf(stateOf(stored))?.headline ?? { ar: "", en: "" };
  const ask = { name: visit.editor.name, draft: stored.id, headline };
  for (const editor of parts.editors.filter((id) => id !== visit.editor.id)) {
    const key = `desk ${stored.id} ${stored.version} ${editor}`;
    await parts.tell(editor, key, (wording) => approvalNotice(ask, wording));
  }
  return [{ type: "edit", message: message(say(visit.wording, "desk:draft.submitted")) }];
}

/**
 * Writes the file and then keeps that it is written: where the process ends before that, the same
 * file is found again, and `onPublished` is called again.
 */
export async function publishDraft(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  onPublished?: (file: string) => Promise<void>,
): Promise<readonly DeskReply[]> {
  const story = storyOf(stateOf(stored));
  if (story === undefined) return [refusal(visit, "desk:press.old")];
  if (isOtherwisePublished(story, visit.edition)) return [refusal(visit, "desk:draft.sameFile")];
  if (!parts.isClean()) return [refusal(visit, "desk:draft.trouble")];
  const published = await parts.publish(story);
  const { wording } = visit;
  if (published.type !== "published") {
    const reason = reasonOf(published, wording);
    return [{ type: "send", message: message(say(wording, "desk:draft.failed", { reason })) }];
  }
  const { file } = published;
  await onPublished?.(file);
  const refused = await keep(parts, visit, stored, {
    state: stored.state,
    status: "published",
    deeds: [deed("published", file)],
  });
  if (refused !== undefined) return refused;
  const args = { file: asOneRun(file), command: asOneRun(`/${story.topic}`) };
  return [{ type: "edit", message: message(say(wording, "desk:draft.published", args)) }];
}

function reasonOf(failed: Exclude<Published, { readonly type: "published" }>, wording: Language) {
  const args = failed.type === "failed" ? { code: asOneRun(failed.code) } : {};
  return say(wording, `desk:unwritten.${failed.type}`, args);
}

/** A second file with its id would break the content: a published story is changed in its file. */
function isOtherwisePublished(story: Story, { stories }: Edition): boolean {
  const known = stories.get(story.id);
  return known !== undefined && storyFile(entryOf(known)) !== storyFile(entryOf(story));
}
