import { figuresOf } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { consents, type Consent } from "../../rendering/message/press-fields.ts";
import { figureLabel } from "../../rendering/figures/figure-label.ts";
import { label, say } from "../../rendering/text/translate.ts";
import {
  closeDialogue,
  findDialogue,
  keepWords,
  openDialogue,
  submitReport,
} from "../../store/chats/dialogues.ts";
import { wordingOf } from "../command.ts";
import { inRows, notice, outOfDate, press, privateChatButton, sendAll, text } from "../replies.ts";
import { editorNotice } from "./report-message.ts";
import type { Person, Reply, Request } from "../request.ts";

/** Reports that one person may send in 24 hours. */
const dailyLimit = 3;
/** UTF-16 units of one report: what an editor reads at a glance. */
const longest = 1500;

/** Figures to choose from; Telegram takes 100 buttons, and the rest are "something else". */
const mostChoices = 90;

/** What a report is about: a story's figure, the whole of it, or not chosen yet. */
export interface Subject {
  readonly story: string;
  readonly figure?: string;
  readonly whole?: boolean;
}

/** Begins a report: asks which figure it is about, then for the reader's words. */
export async function askReport(request: Request, subject: Subject): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  const story = request.edition.stories.get(subject.story);
  if (story === undefined) return [outOfDate(request)];
  if (request.editors.length === 0) return sendAll([text(say(wording, "interface:report.nobody"))]);
  if (request.chat.type !== "private" || request.person === undefined) {
    const button = privateChatButton(request, `report_${story.id}`);
    return sendAll([text(say(wording, "interface:report.private"), [[button]])]);
  }
  const unknown = subject.figure !== undefined && !hasFigure(story, subject.figure);
  if (unknown) return [outOfDate(request)];
  const undecided = subject.figure === undefined && subject.whole !== true;
  if (undecided && figuresOf(story).length > 0) {
    // Words that come before a figure is chosen are about the story.
    await openReport(request, request.person, story, undefined);
    return [askWhich(request, story)];
  }
  return askWords(request, request.person, story, subject.figure);
}

function hasFigure(story: Story, id: string): boolean {
  return figuresOf(story).some((figure) => figure.id === id);
}

async function openReport(
  request: Request,
  person: Person,
  story: Story,
  figure: string | undefined,
): Promise<void> {
  const dialogue = { story: story.id, figure: figure ?? null, words: null };
  await openDialogue(request.db, person.id, dialogue, request.now);
}

function askWhich(request: Request, story: Story): Reply {
  const wording = wordingOf(request);
  const figures = figuresOf(story)
    .slice(0, mostChoices)
    .map((figure) =>
      press(figureLabel(figure, { ...request.printing, language: wording }), {
        type: "report",
        story: story.id,
        figure: figure.id,
      }),
    );
  const whole = press(label(wording, "interface:report.whole"), {
    type: "report_story",
    story: story.id,
  });
  const keyboard = [...inRows(figures, 1), [whole]];
  return { type: "send", message: text(say(wording, "interface:report.which"), keyboard) };
}

async function askWords(
  request: Request,
  person: Person,
  story: Story,
  figureId: string | undefined,
): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  const figure = figuresOf(story).find(({ id }) => id === figureId);
  const about =
    figure === undefined
      ? story.headline[wording]
      : figureLabel(figure, { ...request.printing, language: wording });
  await openReport(request, person, story, figure?.id);
  const drop = press(label(wording, "interface:report.drop"), { type: "consent", choice: "drop" });
  return sendAll([text(say(wording, "interface:report.ask", { about }), [[drop]])]);
}

/** Takes a private text as the words of an open report; undefined where none waits for words. */
export async function takeWords(
  request: Request,
  words: string,
): Promise<readonly Reply[] | undefined> {
  const { db, person, now } = request;
  if (request.chat.type !== "private" || person === undefined) return undefined;
  const dialogue = await findDialogue(db, person.id, now);
  if (dialogue === undefined || dialogue.words !== null) return undefined;
  const wording = wordingOf(request);
  if (words.length > longest) {
    return sendAll([text(say(wording, "interface:report.long", { limit: String(longest) }))]);
  }
  await keepWords(db, person.id, words);
  const question = say(wording, "interface:report.consent", { words });
  const buttons = consents.map((choice) =>
    press(label(wording, `interface:report.${choice}`), { type: "consent", choice }),
  );
  return sendAll([text(question, inRows(buttons, 1))]);
}

/** The reader's last word: sent with or without their name, or dropped; erased in any case. */
export async function closeReport(request: Request, choice: Consent): Promise<readonly Reply[]> {
  const { db, person, now } = request;
  const wording = wordingOf(request);
  if (request.chat.type !== "private" || person === undefined) return [outOfDate(request)];
  const dialogue = await findDialogue(db, person.id, now);
  if (choice === "drop") {
    await closeDialogue(db, person.id);
    return [{ type: "edit", message: text(say(wording, "interface:report.dropped")) }];
  }
  const story = request.edition.stories.get(dialogue?.story ?? "");
  if (dialogue === undefined || dialogue.words === null || story === undefined) {
    return [notice(label(wording, "interface:report.expired"), true)];
  }
  const sender = choice === "named" ? person : undefined;
  const notices = await Promise.all(
    request.editors.map((editor) => editorNotice(request, editor, { story, dialogue, sender })),
  );
  if (!(await submitReport(db, person.id, { limit: dailyLimit, notices }, now))) {
    const many = label(wording, "interface:report.many", { limit: String(dailyLimit) });
    return [notice(many, true)];
  }
  return [{ type: "edit", message: text(say(wording, "interface:report.sent")) }];
}
