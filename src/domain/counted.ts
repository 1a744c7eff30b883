import type { Figure } from "./figure.ts";
import type { Story } from "./story.ts";

/**
 * A figure with what it leaves to its whole: "12 of them children" were killed where and when the
 * whole was, and are counted in its way, unless the part says something else.
 */
export function asCounted(figure: Figure, { figures }: Pick<Story, "figures">): Figure {
  const seen = new Set<string>([figure.id]);
  let counted = figure;
  for (let { of, componentOf } = figure; ;) {
    const whole = figures.find(({ id }) => id === (of ?? componentOf));
    if (whole === undefined || seen.has(whole.id)) return counted;
    seen.add(whole.id);
    counted = within(counted, whole);
    ({ of, componentOf } = whole);
  }
}

function within(part: Figure, { place, period, since, scope }: Figure): Figure {
  const hasTime = part.period !== undefined || part.since !== undefined;
  return {
    ...part,
    ...(part.place === undefined && place !== undefined && { place }),
    ...(!hasTime && {
      scope,
      ...(period !== undefined && { period }),
      ...(since !== undefined && { since }),
    }),
  };
}

/** Whether a figure is included in one of the same people, so that both must not be told as one. */
export function isPart(
  { of, componentOf, kind, who, group }: Figure,
  { figures }: Pick<Story, "figures">,
): boolean {
  const whole = figures.find(({ id }) => id === (of ?? componentOf));
  if (whole === undefined || whole.kind !== kind || whole.who !== who) return false;
  if (whole.group === undefined || group === undefined) return whole.group === group;
  return whole.group.ar === group.ar || whole.group.en === group.en;
}
