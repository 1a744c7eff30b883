import type { Edition } from "../domain/edition.ts";
import type { Language } from "../domain/language.ts";
import type { Printing } from "../domain/printing.ts";
import { dayOf, localTime } from "../domain/time/time-zone.ts";
import type { Story } from "../domain/story.ts";
import type { ReadFigure } from "../extraction/figure.ts";
import type { Message } from "../rendering/message/message.ts";
import { label, type Key } from "../rendering/text/translate.ts";
import type { Doer } from "../store/desk/log.ts";
import type { Database } from "../store/tables.ts";
import type { DeskContext, DeskReply } from "./dialogue/context.ts";
import type { Published } from "./publish.ts";
import { storyProblems } from "./story-problems.ts";

/** What the desk is built from. */
export interface DeskParts {
  readonly db: Database;
  /** Writes a story into the content folder; doing it again finds what was written. */
  readonly publish: (story: Story) => Promise<Published>;
  /** Ids of all editors. */
  readonly editors: readonly number[];
  /** Whether another editor must press publish. */
  readonly needsApproval: boolean;
  /** Whether the content has no problems: only then what is published is told. */
  readonly isClean: () => boolean;
  readonly read: (text: string) => readonly ReadFigure[];
  /** An id that no story of the edition has. */
  readonly newId: (edition: Edition) => string;
  readonly botUsername: string;
  /** Queues words to another editor, in their language. */
  readonly tell: (
    editor: number,
    key: string,
    make: (wording: Language) => Message,
  ) => Promise<void>;
}

/** An editor in their private chat, at one moment. */
export interface Visit {
  readonly editor: Doer;
  readonly edition: Edition;
  readonly printing: Printing;
  readonly wording: Language;
  /** IANA. */
  readonly zone: string;
  readonly now: Date;
}

export function contextOf(parts: DeskParts, visit: Visit, draftId: number): DeskContext {
  const { edition, printing, wording, zone, now } = visit;
  return {
    draftId,
    edition,
    printing,
    wording,
    botUsername: parts.botUsername,
    today: dayOf(localTime(now, zone)),
    needsApproval: parts.needsApproval,
    read: parts.read,
    problems: (story) => storyProblems(story, edition),
  };
}

/** A line that only the presser sees. */
export function refusal({ wording }: Visit, key: Key): DeskReply {
  return { type: "notice", text: label(wording, key), alert: true };
}
