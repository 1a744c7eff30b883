import { findDraft, type StoredDraft } from "../store/desk/drafts.ts";
import type { DeskReply } from "./dialogue/context.ts";
import { deed } from "./dialogue/moves.ts";
import type { DeskAction, DeskPress } from "./dialogue/press.ts";
import { showDraft } from "./dialogue/step.ts";
import { sealOf, storyOf } from "./dialogue/story.ts";
import { approvalPages, approvedNotice, returnedNotice } from "./pages/approval-page.ts";
import { isBroken } from "./pages/preview-page.ts";
import { message, send } from "./pages/parts.ts";
import { say } from "../rendering/text/translate.ts";
import { stateOf } from "./state.ts";
import { askOthers, keep, publishDraft, takeStep } from "./take-step.ts";
import { contextOf, refusal, type DeskParts, type Visit } from "./visit.ts";

/** A press on a button of a draft: its editor works at it, the others approve or return it. */
export async function pressDraft(
  parts: DeskParts,
  visit: Visit,
  { draft, action }: Extract<DeskPress, { readonly action: DeskAction }>,
): Promise<readonly DeskReply[]> {
  const stored = await findDraft(parts.db, draft);
  if (stored === undefined) return [refusal(visit, "desk:press.old")];
  if (stored.status === "waiting" && isOfOthers(action)) return judge(parts, visit, stored, action);
  if (stored.status === "published") return [refusal(visit, "desk:draft.sameFile")];
  if (stored.editorId !== visit.editor.id) return [refusal(visit, "desk:draft.over")];
  if (stored.status === "waiting" && action.type === "publish") {
    return askOthers(parts, visit, stored);
  }
  if (stored.status === "open") return takeStep(parts, visit, stored, { type: "pressed", action });
  const canGoOn = stored.status === "saved" || stored.status === "waiting";
  return canGoOn && action.type === "resume"
    ? resume(parts, visit, stored)
    : [refusal(visit, "desk:draft.over")];
}

type Judging = Extract<DeskAction, { readonly type: "preview" | "approve" | "return" }>;

function isOfOthers(action: DeskAction): action is Judging {
  return action.type === "preview" || action.type === "approve" || action.type === "return";
}

async function resume(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
): Promise<readonly DeskReply[]> {
  const { state } = stored;
  const refused = await keep(parts, visit, stored, {
    state,
    status: "open",
    deeds: [deed("resumed")],
  });
  if (refused !== undefined) return refused;
  return showDraft({ draft: stateOf(stored), context: contextOf(parts, visit, stored.id) });
}

/** Nobody approves their own; and only what was seen is approved. */
async function judge(
  parts: DeskParts,
  visit: Visit,
  stored: StoredDraft,
  action: Judging,
): Promise<readonly DeskReply[]> {
  const draft = stateOf(stored);
  const story = storyOf(draft);
  if (story === undefined) return [refusal(visit, "desk:press.old")];
  const context = contextOf(parts, visit, stored.id);
  if (action.type === "preview") return send(...approvalPages({ draft, context }, story));
  if (stored.editorId === visit.editor.id) return [refusal(visit, "desk:draft.own")];
  if (sealOf(story) !== action.seal) return [refusal(visit, "desk:draft.late")];
  const decided = { by: visit.editor.name, headline: story.headline };
  const key = `desk ${action.type} ${stored.id} ${stored.version}`;
  if (action.type === "approve") {
    if (isBroken(context.problems(story))) return [refusal(visit, "desk:preview.broken")];
    return publishDraft(parts, visit, stored, (file) =>
      parts.tell(stored.editorId, key, (wording) => approvedNotice(decided, file, wording)),
    );
  }
  const change = { state: stored.state, status: "saved", deeds: [deed("returned")] } as const;
  const refused = await keep(parts, visit, stored, change);
  if (refused !== undefined) return refused;
  await parts.tell(stored.editorId, key, (wording) => returnedNotice(decided, wording));
  return [{ type: "edit", message: message(say(visit.wording, "desk:approval.returned")) }];
}
