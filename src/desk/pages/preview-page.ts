import { composeBriefing } from "../../domain/briefing.ts";
import { newestFirst, type Edition } from "../../domain/edition.ts";
import type { Language } from "../../domain/language.ts";
import type { Story } from "../../domain/story.ts";
import { html, join, type Html } from "../../rendering/text/html.ts";
import type { Button, Keyboard, Message } from "../../rendering/message/message.ts";
import type { Key } from "../../rendering/text/translate.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { renderBriefing } from "../../rendering/stories/briefing.ts";
import type { DeskContext, Scene, StoryProblem } from "../dialogue/context.ts";
import { textFields } from "../dialogue/draft.ts";
import { sealOf } from "../dialogue/story.ts";
import { asideRow, button, inRows, message, voiceOf, words } from "./parts.ts";
import { problemWords } from "./problem-words.ts";

const languages: readonly Language[] = ["ar", "en"];

/** The story as readers will see it, in each language, and below it what the checks say. */
export function previewPages(scene: Scene, story: Story): readonly Message[] {
  const problems = scene.context.problems(story);
  const text = join(
    [
      html`<b>${words(scene, "desk:preview.title")}</b>`,
      ...noteLines(scene, story),
      ...problemLines(scene, problems),
    ],
    "\n\n",
  );
  return [...asReadersSee(scene.context, story), message(text, keyboard(scene, story, problems))];
}

/**
 * What the topic's command answers with this story in the edition, in Arabic and in English. It is
 * words alone: a preview is not a message that corrections go to.
 */
export function asReadersSee(
  { edition, printing, botUsername }: DeskContext,
  story: Story,
): readonly Message[] {
  const withStory = editionWith(edition, story);
  const briefing = composeBriefing(withStory, story.topic, story.id);
  if (briefing === undefined) return [];
  const reference = { edition: withStory, botUsername };
  return languages.flatMap((language) =>
    renderBriefing(briefing, { ...printing, language }, reference).map(({ html }) => ({ html })),
  );
}

function editionWith(edition: Edition, story: Story): Edition {
  const stories = [...edition.stories.values()].filter(({ id }) => id !== story.id);
  const all = [...stories, story].toSorted(newestFirst);
  return { ...edition, stories: new Map(all.map((one) => [one.id, one])) };
}

export function isBroken(problems: readonly StoryProblem[]): boolean {
  return problems.some(({ level }) => level === "error");
}

/** Problems that fit in a message, errors first; they are mended one after the other. */
const mostProblems = 6;

export function problemLines(scene: Scene, problems: readonly StoryProblem[]): readonly Html[] {
  if (problems.length === 0) return [words(scene, "desk:preview.clean")];
  const errors = problems.filter(({ level }) => level === "error");
  const warnings = problems.filter(({ level }) => level === "warning");
  const room = Math.max(0, mostProblems - errors.length);
  return [
    ...listed(scene, "desk:preview.errors", errors, mostProblems),
    ...listed(scene, "desk:preview.warnings", warnings, room),
  ];
}

function listed(
  scene: Scene,
  title: Key,
  all: readonly StoryProblem[],
  most: number,
): readonly Html[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, most).map((one) => problemWords(one, voiceOf(scene.context)));
  const left = all.length - shown.length;
  const n = formatCount(left, voiceOf(scene.context));
  const more = left > 0 ? [words(scene, "desk:preview.more", { n })] : [];
  return [join([words(scene, title), ...shown, ...more], "\n")];
}

function keyboard(scene: Scene, story: Story, problems: readonly StoryProblem[]): Keyboard {
  const key = scene.context.needsApproval ? "desk:preview.submit" : "desk:preview.publish";
  const publish = button(scene, key, { type: "publish", seal: sealOf(story) });
  const texts = textFields.flatMap((field) =>
    languages.map((language) =>
      button(scene, `desk:preview.${field}_${language}`, { type: "text", field, language }),
    ),
  );
  return [
    isBroken(problems) ? [] : [publish],
    ...inRows(texts, 2),
    [breakingButton(scene, story)],
    [
      button(scene, "desk:preview.topic", { type: "open", page: "topic" }),
      button(scene, "desk:preview.date", { type: "open", page: "date" }),
      button(scene, "desk:preview.figures", { type: "open", page: "figures" }),
    ],
    asideRow(scene),
  ];
}

/** It says what it makes of the story. */
function breakingButton(scene: Scene, { breaking }: Story): Button {
  return breaking
    ? button(scene, "desk:preview.calm", { type: "breaking", is: "no" })
    : button(scene, "desk:preview.hurry", { type: "breaking", is: "yes" });
}

/** What no reader sees in the story itself. */
export function noteLines(scene: Scene, { breaking }: Story): readonly Html[] {
  return breaking ? [words(scene, "desk:preview.breaking")] : [];
}
