import { createHash } from "node:crypto";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import { normalise } from "../../domain/normalise.ts";
import type { Story } from "../../domain/story.ts";
import type { DeskDraft, DeskFigure } from "./draft.ts";

/** The story that a draft makes; undefined while something is missing. */
export function storyOf(draft: DeskDraft): Story | undefined {
  const { storyId, topic, date } = draft;
  const place = both(draft.place);
  const headline = both(draft.headline);
  const excerpt = both(draft.excerpt);
  if (topic === undefined || date === undefined) return undefined;
  if (place === undefined || headline === undefined || excerpt === undefined) return undefined;
  return {
    id: storyId,
    topic,
    also: [],
    date,
    place,
    headline,
    excerpt,
    figures: keptFigures(draft.figures).map((figure) => withoutPlaceOf(figure, place)),
    sources: [],
    links: [],
    breaking: draft.breaking ?? false,
    push: false,
    graphic: false,
    corrections: [],
  };
}

function both({ ar, en }: Partial<Bilingual>): Bilingual | undefined {
  return ar === undefined || en === undefined ? undefined : { ar, en };
}

/**
 * The figures that go into the story. A tie to one that does not is no tie; and what is left of a
 * sum's parts, where one of them was dropped, adds up to nothing.
 */
function keptFigures(figures: readonly DeskFigure[]): readonly Figure[] {
  const kept = new Set(
    figures.filter(({ decision }) => decision === "kept").map(({ figure }) => figure.id),
  );
  const broken = new Set(
    figures
      .filter(({ figure }) => !kept.has(figure.id))
      .flatMap(({ figure }) => figure.componentOf ?? []),
  );
  return figures
    .filter(({ figure }) => kept.has(figure.id))
    .map(({ figure: { of, componentOf, sameAs, ...rest } }) => ({
      ...rest,
      ...(of !== undefined && kept.has(of) && { of }),
      ...(componentOf !== undefined &&
        kept.has(componentOf) &&
        !broken.has(componentOf) && { componentOf }),
      ...(sameAs !== undefined && kept.has(sameAs) && { sameAs }),
    }));
}

function withoutPlaceOf(figure: Figure, place: Bilingual): Figure {
  const { place: own, ...rest } = figure;
  return own !== undefined && normalise(own.en) === normalise(place.en) ? rest : figure;
}

/** A short seal of what a preview showed: of another story it is another. */
export function sealOf(story: Story): string {
  return createHash("sha256").update(JSON.stringify(story)).digest("hex").slice(0, 12);
}
