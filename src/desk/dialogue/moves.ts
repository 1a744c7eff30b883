import type { Deed } from "../../store/desk/log.ts";
import { askPages } from "../pages/ask-pages.ts";
import { notice, send, shortened } from "../pages/parts.ts";
import type { Key } from "../../rendering/text/translate.ts";
import type { Message } from "../../rendering/message/message.ts";
import type { DeskReply, Scene, Stepped } from "./context.ts";
import type { DeskDraft } from "./draft.ts";

/** Characters of what was done that the log keeps. */
const longestDetail = 80;

export function deed(action: string, what?: string): Deed {
  return { action, detail: what === undefined ? {} : { what: shortened(what, longestDetail) } };
}

/** Nothing changes, and the presser is told why. */
export function refuse(scene: Scene, key: Key): Stepped {
  return { draft: scene.draft, replies: [notice(scene, key)], deeds: [] };
}

/** Nothing changes but what is shown. */
export function show({ draft }: Scene, replies: readonly DeskReply[]): Stepped {
  return { draft, replies, deeds: [] };
}

/** What the pressed message becomes, if anything, and then what is asked next. */
export function goOn(
  scene: Scene,
  draft: DeskDraft,
  { deeds, first }: { readonly deeds: readonly Deed[]; readonly first?: Message },
): Stepped {
  const next = { ...scene, draft };
  const shown: readonly DeskReply[] = first === undefined ? [] : [{ type: "edit", message: first }];
  return { draft, replies: [...shown, ...send(...askPages(next))], deeds };
}

/** Back to what is missing. */
export function asked(draft: DeskDraft): DeskDraft {
  const { asking: _asking, ...rest } = draft;
  return rest;
}
