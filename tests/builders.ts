import { newestFirst, type Edition, type Topic } from "../src/domain/edition.ts";
import type { Figure } from "../src/domain/figure.ts";
import type { Source } from "../src/domain/source.ts";
import type { Story } from "../src/domain/story.ts";

export function aSource(given: Partial<Source> = {}): Source {
  return {
    id: "sohr",
    name: { ar: "المرصد السوري لحقوق الإنسان", en: "the Syrian Observatory for Human Rights" },
    kind: "monitor",
    ...given,
  };
}

export function aTopic(given: Partial<Topic> = {}): Topic {
  return {
    id: "ghouta",
    title: { ar: "الغوطة الشرقية", en: "Eastern Ghouta" },
    about: { ar: "القصف على الغوطة الشرقية", en: "The bombing of Eastern Ghouta" },
    aliases: ["الغوطة"],
    ...given,
  };
}

/** 38 civilians killed, stated by SOHR. */
export function aFigure(given: Partial<Figure> = {}): Figure {
  return {
    id: "killed",
    kind: "killed",
    who: "civilians",
    amount: { type: "count", count: 38 },
    qualifier: "exact",
    attribution: { type: "stated", source: "sohr" },
    scope: "incident",
    basis: "total_reported",
    status: "reported",
    ...given,
  };
}

export function aStory(given: Partial<Story> = {}): Story {
  return {
    id: "ghta0207",
    topic: "ghouta",
    also: [],
    date: { from: "2018-02-07", to: "2018-02-07" },
    place: { ar: "الغوطة الشرقية", en: "Eastern Ghouta" },
    headline: { ar: "غارات على الغوطة الشرقية", en: "Air strikes on Eastern Ghouta" },
    excerpt: {
      ar: "تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء.",
      en: "Towns in Eastern Ghouta came under air strikes on Wednesday.",
    },
    figures: [aFigure()],
    sources: [],
    links: [],
    breaking: false,
    push: false,
    graphic: false,
    corrections: [],
    ...given,
  };
}

/** An edition of these stories, newest first, with a plain topic or source for each id not given. */
export function anEdition(
  given: {
    readonly stories?: readonly Story[];
    readonly topics?: readonly Topic[];
    readonly sources?: readonly Source[];
  } = {},
): Edition {
  const stories = (given.stories ?? [aStory()]).toSorted(newestFirst);
  const named = stories.flatMap((story) => [story.topic, ...story.also]);
  const cited = stories.flatMap((story) => story.figures.flatMap(sourcesOf));
  const topics = [...named.map((id) => aTopic({ id, aliases: [] })), ...(given.topics ?? [])];
  const sources = [...cited.map((id) => aSource({ id })), ...(given.sources ?? [])];
  return {
    topics: byId(topics),
    sources: byId(sources),
    stories: new Map(stories.map((story) => [story.id, story])),
  };
}

function sourcesOf({ attribution }: Figure): string[] {
  const source = attribution.type === "none" ? [] : [attribution.source];
  return attribution.via === undefined ? source : [...source, attribution.via];
}

/** The last of each id, in the order of the ids. */
function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  const last = new Map(all.map((one) => [one.id, one]));
  return new Map([...last].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
