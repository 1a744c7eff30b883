import * as z from "zod";
import {
  bases,
  kinds,
  munitions,
  people,
  qualifiers,
  ratePeriods,
  scopes,
  statuses,
  vagueWords,
} from "../../domain/figure.ts";
import { partialDate, period } from "./dates.ts";
import { fields, oneOf, wholeNumber, wholeNumberOrZero } from "./fields.ts";
import { sourceId } from "./source.ts";
import { bilingual, text } from "./text.ts";

const anId = "an id of 1 to 16 letters a-z, digits and _";
const aReference = "the id of a figure of this story, or story/figure";

export const figureId = z.string(anId).regex(/^[a-z0-9_]{1,16}$/, anId);

const figureReference = z
  .string(aReference)
  .regex(/^(?:[a-z0-9]{4,12}\/)?[a-z0-9_]{1,16}$/, aReference);

const howMany = {
  count: wholeNumberOrZero().optional().describe("How many, where the source gave one number."),
  min: wholeNumber().optional().describe("The lower number of a range; max beside it."),
  max: wholeNumber().optional().describe("The higher number of a range; min beside it."),
  vague: oneOf(vagueWords)
    .optional()
    .describe("The source's own word where it gave no number; it is never turned into one."),
  zero: oneOf(["asserted", "not_reported"])
    .optional()
    .describe("asserted: the source said there were none. not_reported: it had no reports of any."),
  qualifier: oneOf(qualifiers)
    .optional()
    .describe("The source's own hedge. By itself: exact, or range for min and max, or vague."),
};

const whose = {
  source: sourceId.optional().describe("Who said so: an id of sources.yaml."),
  via: sourceId.optional().describe("The agency that relayed it: an id of sources.yaml."),
  attribution: oneOf(["stated", "inferred", "none"])
    .optional()
    .describe(
      "stated: the sentence names the source (so by itself). inferred: it names nobody, and the " +
        "text around it makes the source likely; printed as likely. none: nobody is named.",
    ),
};

const related = {
  of: figureId
    .optional()
    .describe("The figure of this story that includes this one ('12 of them children')."),
  component_of: figureId
    .optional()
    .describe("The figure of this story that is the sum of this one and its siblings."),
  same_as: figureReference
    .optional()
    .describe("The figure that this one repeats: an id of this story, or story/figure."),
};

export const figureFile = fields({
  id: figureId.describe("Unique in the story, and never used again for another figure."),
  kind: oneOf(kinds).describe("What happened to them. munitions: what was dropped or fired."),
  who: oneOf([...people, ...munitions]).describe(
    "Whom or what the source counted, in its own category.",
  ),
  group: bilingual({ max: 120 })
    .optional()
    .describe("Of whom: reads after «من» and after 'of' («القوات الموالية للنظام»)."),
  ...howMany,
  ...whose,
  place: bilingual({ max: 120 }).optional().describe("Where, if not where the story is."),
  period: period
    .optional()
    .describe("The time it covers, if not the story's: 2018-01, or from and to, or days."),
  since: partialDate.optional().describe("The beginning of a running total."),
  scope: oneOf(scopes)
    .default("incident")
    .describe("incident: this event. period: all in a time. cumulative: a running total."),
  basis: oneOf(bases)
    .default("total_reported")
    .describe("What the count rests on; two bases are never compared."),
  ...related,
  rate: fields({
    count: wholeNumber().describe("How many in each."),
    per: oneOf(ratePeriods).describe("In each day, week or month."),
  })
    .optional()
    .describe("A rate that the source itself gave beside its count."),
  status: oneOf(statuses).default("reported").describe("retracted: no longer told."),
  quote: text({ max: 500 }).optional().describe("The words that it was read from."),
}).meta({
  anyOf: [
    { required: ["count"] },
    { required: ["min", "max"] },
    { required: ["vague"] },
    { required: ["zero"] },
  ],
});

/** A figure as a story file writes it. */
export type FigureFields = z.infer<typeof figureFile>;

/** The same before defaults. */
export type FigureEntry = z.input<typeof figureFile>;
