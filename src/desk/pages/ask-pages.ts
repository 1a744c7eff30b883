import type { Message } from "../../rendering/message/message.ts";
import type { Scene } from "../dialogue/context.ts";
import { findFigure, type Ask } from "../dialogue/draft.ts";
import { askOf } from "../dialogue/next.ts";
import { storyOf } from "../dialogue/story.ts";
import { changePage, settlePage } from "./change-page.ts";
import { articlePage, datePage, figuresPage, textPage, topicPage } from "./field-pages.ts";
import { figurePage } from "./figure-page.ts";
import { previewPages } from "./preview-page.ts";

/** What the editor is asked now. */
export function askPages(scene: Scene): readonly Message[] {
  const ask = askOf(scene.draft);
  switch (ask.type) {
    case "article":
      return [articlePage(scene)];
    case "figure":
    case "change":
    case "settle":
      return figurePages(scene, ask);
    case "topic":
      return [topicPage(scene)];
    case "date":
      return [datePage(scene)];
    case "text":
      return [textPage(scene, ask.field, ask.language)];
    case "figures":
      return [figuresPage(scene)];
    case "preview": {
      const story = storyOf(scene.draft);
      return story === undefined ? [] : previewPages(scene, story);
    }
  }
}

function figurePages(
  scene: Scene,
  ask: Extract<Ask, { readonly figure: string }>,
): readonly Message[] {
  const one = findFigure(scene.draft, ask.figure);
  if (one === undefined) return [];
  if (ask.type === "change") return [changePage(scene, one, ask.field)];
  return [ask.type === "settle" ? settlePage(scene, one, ask.end) : figurePage(scene, one)];
}
