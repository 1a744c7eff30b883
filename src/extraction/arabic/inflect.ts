/** How many a form of a noun names by itself. */
export type GrammaticalNumber = "one" | "two" | "many";

/** A noun of a lexicon; its regular forms are made, the others are written there. */
export interface NounEntry {
  /** Singular, masculine where it has both. */
  readonly word: string;
  /** Takes no alef of the tanwin; the ending tells where it is not folded away. */
  readonly isOpen?: boolean;
  /** Broken plurals, and plurals that are only like that. */
  readonly plurals?: readonly string[];
  /** Has the plural in ون. */
  readonly sound?: boolean;
  /** Has a feminine in ة. */
  readonly feminine?: boolean;
}

export interface NounForm {
  readonly form: string;
  readonly number: GrammaticalNumber;
  /** Written like the dual and like the plural: «مدنيين». */
  readonly isEither: boolean;
  /** Written with the alef of the tanwin: «طفلا». */
  readonly isAccusative: boolean;
  readonly isFeminine: boolean;
}

/** All indefinite forms of a noun; words are given and returned folded. */
export function formsOf(noun: NounEntry): readonly NounForm[] {
  const { word, isOpen = endsOpen(word), plurals = [], sound = false, feminine = false } = noun;
  return [
    // «أبناء» is folded to what «ابنا» is.
    ...plurals.flatMap((plural) => pluralsOf(plural)),
    ...singularsOf(word, isOpen, false),
    ...dualsOf(word, sound, false),
    ...(sound ? ["ون", "ين", "ي", "و"].map((ending) => many(word + ending)) : []),
    ...(feminine
      ? [
          ...singularsOf(`${word}ه`, true, true),
          ...dualsOf(`${word}ه`, false, true),
          many(`${word}ات`, true),
        ]
      : []),
  ];
}

function singularsOf(word: string, isOpen: boolean, isFeminine: boolean): readonly NounForm[] {
  const one = { number: "one", isEither: false, isFeminine } as const;
  const bare: NounForm = { ...one, form: word, isAccusative: false };
  return isOpen ? [bare] : [bare, { ...one, form: `${word}ا`, isAccusative: true }];
}

function dualsOf(word: string, sound: boolean, isFeminine: boolean): readonly NounForm[] {
  // «أمين» is a name, not two mothers.
  if (word.length < 3) return [];
  const stem = word.endsWith("ه") ? `${word.slice(0, -1)}ت` : word;
  const two = { number: "two", isAccusative: false, isFeminine } as const;
  return [
    { ...two, form: `${stem}ان`, isEither: false },
    { ...two, form: `${stem}ين`, isEither: sound },
  ];
}

function pluralsOf(plural: string): readonly NounForm[] {
  return endsOpen(plural) || plural.endsWith("ن") || plural.endsWith("ات")
    ? [many(plural)]
    : [many(plural), { ...many(`${plural}ا`), isAccusative: true }];
}

function many(form: string, isFeminine = false): NounForm {
  return { form, number: "many", isEither: false, isAccusative: false, isFeminine };
}

function endsOpen(word: string): boolean {
  return word.endsWith("ه") || word.endsWith("ا");
}
