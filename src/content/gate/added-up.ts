import { figuresOf } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import type { Claim } from "./claims.ts";
import type { Judged } from "./judged.ts";
import { likeness } from "./likeness.ts";

/**
 * The claims of one text that the record has only as their sum: "a commander and four of his men"
 * are the five of the record, "20 in Douma and 18 in Harasta" its 38.
 */
export function addedUp(judged: readonly Judged[], story: Story): ReadonlySet<Claim> {
  const alone = judged.filter(({ same }) => same.length === 0).map(({ claim }) => claim);
  const texts = Map.groupBy(alone, ({ path, read }) => `${path.join(".")} ${read.kind}`);
  return new Set([...texts.values()].filter((claims) => isSumIn(story, claims)).flat());
}

function isSumIn(story: Story, claims: readonly Claim[]): boolean {
  const sum = claims.reduce((total, { read: { amount, qualifier } }) => {
    return amount.type === "count" && qualifier === "exact" ? total + amount.count : Number.NaN;
  }, 0);
  return figuresOf(story).some(
    (figure) =>
      claims.length > 1 &&
      figure.amount.type === "count" &&
      figure.amount.count === sum &&
      claims.every(({ read }) => {
        const { kind, who } = likeness(read, figure);
        return kind === "same" && who !== "other";
      }),
  );
}
