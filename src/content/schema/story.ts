import * as z from "zod";
import { correctionReasons } from "../../domain/story.ts";
import { day, storyDate } from "./dates.ts";
import { fields, flag, list, oneOf } from "./fields.ts";
import { figureFile, figureId } from "./figure.ts";
import { sourceId } from "./source.ts";
import { bilingual, isScalar } from "./text.ts";
import { url } from "./url.ts";

const anId = "an id of 4 to 12 letters a-z and digits";
const aTopic = "the name of a topic's folder";

export const storyId = z
  .string({ error: ({ input }) => (isScalar(input) ? `${anId}, in quotes` : anId) })
  .regex(/^[a-z0-9]{4,12}$/, anId);

export const topicId = z.string(aTopic).regex(/^[a-z][a-z0-9_]{0,31}$/, aTopic);

const noFigures = "a list of figures, each after a dash, or [] where the story has none";

const link = fields({
  url: url.describe("Where it leads."),
  title: bilingual({ max: 120 }).describe("What is found there."),
});

const correction = fields({
  at: day.describe("The day of the correction."),
  reason: oneOf(correctionReasons).describe("Why the figures changed."),
  note: bilingual({ max: 300 }).describe("What changed, for the reader."),
});

const withdrawal = fields({
  at: day.describe("The day of the withdrawal."),
  note: bilingual({ max: 300 }).describe("Why, for the reader."),
});

const lead = fields({
  figure: figureId.describe("The figure that is told first."),
  why: bilingual({ max: 300 }).describe("Why, for the reader."),
});

/** A story without a look at its figures, so that each of them can be judged by itself. */
export const storyHead = fields({
  id: storyId.describe("Permanent and unique over all topics; a moved or renamed file keeps it."),
  date: storyDate.describe("The day of the event where it happened, or from and to."),
  place: bilingual({ max: 120 }).describe("Where it happened."),
  also: list(topicId).describe("Other topics that show it too."),
  headline: bilingual({ max: 200 }).describe("The headline."),
  excerpt: bilingual({ min: 40, max: 700, lines: true }).describe(
    "What happened, in the editor's own words; the figures are printed by themselves.",
  ),
  // A file that ends too early, half written, must not pass for a story without figures.
  figures: z
    .array(z.unknown(), noFigures)
    .max(100, "at most 100 items")
    .describe("One for each count of each source; [] where the story has none."),
  sources: list(sourceId).describe("Who the text quotes, besides the sources of the figures."),
  links: list(link).describe("Where to read more."),
  breaking: flag().describe("An urgent story: sent at once to those who asked for alerts."),
  push: flag().describe("Sent even though it is old when it is first seen."),
  graphic: flag().describe("A content notice is shown before it."),
  corrections: list(correction).describe("What is said about a change of the figures."),
  lead: list(lead).describe(
    "Where sources differ: the figures that the newsroom leads with, one for each such event.",
  ),
  withdrawn: withdrawal.optional().describe("The story is no longer told."),
});

export type StoryFields = z.infer<typeof storyHead>;

/** A whole story file, for the editor's text editor. */
export const storyFile = storyHead.extend({
  figures: z
    .array(figureFile, noFigures)
    .max(100)
    .describe("One for each count of each source; [] where the story has none."),
});

/** A story as its file writes it, before defaults. */
export type StoryEntry = z.input<typeof storyFile>;
