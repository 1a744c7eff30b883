import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { asOneRun, html, isolate, join, prose, type Html } from "../../rendering/text/html.ts";
import type { Message } from "../../rendering/message/message.ts";
import { label, say } from "../../rendering/text/translate.ts";
import type { Scene } from "../dialogue/context.ts";
import { encodeDeskPress } from "../dialogue/press.ts";
import { sealOf } from "../dialogue/story.ts";
import { button, message, words } from "./parts.ts";
import { asReadersSee, isBroken, noteLines, problemLines } from "./preview-page.ts";

/** What another editor is told: who asks, and the way to the preview. */
export function approvalNotice(
  {
    name,
    draft,
    headline,
  }: { readonly name: string; readonly draft: number; readonly headline: Story["headline"] },
  wording: Language,
): Message {
  const look = {
    type: "press",
    label: label(wording, "desk:preview.title"),
    data: encodeDeskPress({ draft, action: { type: "preview" } }),
  } as const;
  const asks = say(wording, "desk:approval.ask", { editor: asOneRun(name) });
  return message(join([asks, html`<b>${prose(headline[wording], wording)}</b>`], "\n"), [[look]]);
}

/** The story as readers will see it, with the other editor's choice below. */
export function approvalPages(scene: Scene, story: Story): readonly Message[] {
  const problems = scene.context.problems(story);
  const seal = sealOf(story);
  const approve = button(scene, "desk:approval.approve", { type: "approve", seal });
  const back = button(scene, "desk:approval.return", { type: "return", seal });
  const text = join(
    [
      html`<b>${words(scene, "desk:preview.title")}</b>`,
      ...noteLines(scene, story),
      ...problemLines(scene, problems),
    ],
    "\n\n",
  );
  const keyboard = [isBroken(problems) ? [back] : [approve, back]];
  return [...asReadersSee(scene.context, story), message(text, keyboard)];
}

interface Decided {
  readonly by: string;
  readonly headline: Story["headline"];
}

/** What the author is told of the other editor's choice. */
export function returnedNotice({ by, headline }: Decided, wording: Language): Message {
  const args = {
    editor: asOneRun(by),
    headline: titled(headline, wording),
    command: asOneRun("/drafts"),
  };
  return message(say(wording, "desk:approval.isReturned", args));
}

export function approvedNotice(
  { by, headline }: Decided,
  file: string,
  wording: Language,
): Message {
  const args = { editor: asOneRun(by), headline: titled(headline, wording), file: asOneRun(file) };
  return message(say(wording, "desk:approval.isPublished", args));
}

function titled(headline: Story["headline"], wording: Language): Html {
  return html`<b>${isolate(prose(headline[wording], wording))}</b>`;
}
