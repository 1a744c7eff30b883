import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import type { Claim } from "./claims.ts";
import { isSame, likeness, type Likeness } from "./likeness.ts";

/** A claim, and the figures of the record that say the same. */
export interface Judged {
  readonly claim: Claim;
  readonly same: readonly Figure[];
}

export function judge(claims: readonly Claim[], story: Story): readonly Judged[] {
  return claims.map((claim) => ({
    claim,
    same: figuresOf(story).filter((figure) => isSame(likeness(claim.read, figure))),
  }));
}

/** The figures that the text of a claim states rightly. */
export function namedBeside({ path }: Claim, judged: readonly Judged[]): readonly Figure[] {
  return judged
    .filter(({ claim }) => String(claim.path) === String(path))
    .flatMap(({ same }) => same);
}

/** The figure of the record that a deviating claim comes nearest to. */
export interface Meant {
  readonly figure: Figure;
  readonly likeness: Likeness;
}

/** Undefined where the record has nothing like it, or its text names that elsewhere. */
export function meantBy(claim: Claim, judged: readonly Judged[], story: Story): Meant | undefined {
  const named = new Set(namedBeside(claim, judged));
  return figuresOf(story)
    .map((figure) => ({ figure, likeness: likeness(claim.read, figure) }))
    .filter(({ figure, likeness }) => isMeant(likeness, named.has(figure)))
    .toSorted((a, b) => nearness(b.likeness) - nearness(a.likeness))[0];
}

function isMeant({ kind, who, amount }: Likeness, isNamed: boolean): boolean {
  if (kind === "same" && amount === "same") return true;
  if (isNamed) return false;
  return who === "other" ? false : kind === "same" || amount === "same";
}

const weights = { same: 2, near: 1, other: 0 };

function nearness({ kind, who, amount, qualifier }: Likeness): number {
  return 8 * weights[amount] + 4 * weights[kind] + 2 * weights[who] + weights[qualifier];
}
