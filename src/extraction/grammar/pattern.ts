/** A run of tokens of one sentence that means one thing to the grammar, by one letter. */
export interface Mark {
  /** One letter of the table of signs of its language. */
  readonly sign: string;
  /** Indices of tokens, both included. */
  readonly first: number;
  readonly last: number;
}

/**
 * A shape of sentence, as a regular expression over the signs of its marks. Its named groups say
 * which mark is what. Gaps are bounded (`x{0,4}`, never `x*`), so that reading stays linear.
 */
export interface Pattern {
  /** After what it matches: "harm noun before those counted". */
  readonly name: string;
  /** With the flags d and g. */
  readonly signs: RegExp;
}

/** Where a pattern matched: by group the indices of its marks, both included. */
export interface Match {
  readonly pattern: string;
  /** Index of its first mark. */
  readonly start: number;
  readonly groups: Readonly<Record<string, readonly [first: number, last: number]>>;
}

/** All places where the pattern matches, from left to right, not overlapping. */
export function matchesOf(
  marks: readonly Mark[],
  pattern: Pattern,
  signs: string = signsOf(marks),
): readonly Match[] {
  const matches: Match[] = [];
  // `matchAll` would copy the expression for each sentence.
  pattern.signs.lastIndex = 0;
  for (let match = pattern.signs.exec(signs); match !== null; match = pattern.signs.exec(signs)) {
    matches.push({ pattern: pattern.name, start: match.index, groups: groupsOf(match) });
    if (match[0] === "") pattern.signs.lastIndex += 1;
  }
  return matches;
}

function groupsOf(match: RegExpExecArray): Match["groups"] {
  const groups: Record<string, readonly [first: number, last: number]> = {};
  for (const [name, indices] of Object.entries(match.indices?.groups ?? {})) {
    // The library's types do not say that a group may be missing.
    if (Array.isArray(indices)) groups[name] = [indices[0], indices[1] - 1];
  }
  return groups;
}

const known = new WeakMap<readonly Mark[], string>();

/** What patterns are matched with: one letter a mark. Remembered: many are tried on the same marks. */
export function signsOf(marks: readonly Mark[]): string {
  const before = known.get(marks);
  if (before !== undefined) return before;
  const signs = marks.map(({ sign }) => sign).join("");
  known.set(marks, signs);
  return signs;
}
