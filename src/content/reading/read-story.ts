import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { complaint, complaintsOf, valueAt } from "./complaints.ts";
import { given } from "./given.ts";
import { partSumComplaints } from "../check/part-sums.ts";
import { leadComplaints } from "../check/leads.ts";
import { partComplaints } from "../check/parts.ts";
import { dateComplaints, toDayRange } from "./period.ts";
import type { Complaint } from "../problem.ts";
import { readFigure } from "./read-figure.ts";
import type { StoryReading } from "./reading.ts";
import { sourceId } from "../schema/source.ts";
import { storyHead, storyId, topicId, type StoryFields } from "../schema/story.ts";

/** The data of a story file in the folder of this topic. */
export function readStory(data: unknown, topic: string): StoryReading {
  const head = storyHead.safeParse(data);
  const figures = itemsOf(data, "figures").map((item, index) =>
    readFigure(item, ["figures", index]),
  );
  const ids = itemsOf(data, "figures").map((item) => valueAt(item, ["id"]));
  const good = figures.map(({ figure }) => figure);
  const complaints = [
    ...(head.success ? headComplaints(head.data, topic, good) : complaintsOf(head.error, data)),
    ...figures.flatMap((figure) => figure.complaints),
    ...idComplaints(ids),
    ...partComplaints(good, ids),
    ...partSumComplaints(good),
  ];
  const id = storyId.safeParse(valueAt(data, ["id"]));
  return {
    type: "story",
    id: id.data,
    also: itemsOf(data, "also").flatMap((item, index) => {
      const other = topicId.safeParse(item);
      return other.success ? [{ topic: other.data, index }] : [];
    }),
    quoted: itemsOf(data, "sources").map((item) => sourceId.safeParse(item).data),
    figures: good,
    figureIds: ids.filter((one) => typeof one === "string"),
    story:
      head.success && complaints.length === 0
        ? toStory(
            head.data,
            topic,
            good.filter((figure) => figure !== undefined),
          )
        : undefined,
    complaints,
  };
}

function itemsOf(data: unknown, field: string): readonly unknown[] {
  const items = valueAt(data, [field]);
  return Array.isArray(items) ? items : [];
}

function headComplaints(
  fields: StoryFields,
  topic: string,
  figures: readonly (Figure | undefined)[],
): readonly Complaint[] {
  const { place, lead } = fields;
  // Of figures that are wrong in themselves, nothing is known that could be compared.
  const known = figures.filter((figure) => figure !== undefined);
  const date = toDayRange(fields.date);
  const leads =
    known.length < figures.length ? [] : leadComplaints({ figures: known, place, date, lead });
  const own = fields.also.flatMap((other, index) =>
    other === topic || fields.also.indexOf(other) < index
      ? [complaint(["also", index], other, "another topic, once")]
      : [],
  );
  return [...dateComplaints(fields.date), ...own, ...leads];
}

function idComplaints(ids: readonly unknown[]): readonly Complaint[] {
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [complaint(["figures", index, "id"], id, "an id that no other figure of the story has")]
      : [],
  );
}

function toStory(fields: StoryFields, topic: string, figures: readonly Figure[]): Story {
  const { id, also, date, place, headline, excerpt, withdrawn, ...rest } = fields;
  return {
    id,
    topic,
    also,
    date: toDayRange(date),
    place,
    headline,
    excerpt,
    figures,
    sources: rest.sources,
    links: rest.links,
    breaking: rest.breaking,
    push: rest.push,
    graphic: rest.graphic,
    corrections: rest.corrections,
    ...(rest.lead.length > 0 && { lead: rest.lead }),
    ...given({ withdrawn }),
  };
}
