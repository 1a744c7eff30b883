import SearchableMap from "minisearch/SearchableMap";
import { fields, type Field } from "./document.ts";

/**
 * Where a term stands: a number for each story, `slot * 32 + places`, where `places` has a bit for
 * each field, the best one highest.
 */
export type Posting = number[];

export const placesIn = 32;

/** The bit of a field. */
export function bitOf(field: Field): number {
  return 1 << (fields.length - 1 - fields.indexOf(field));
}

/** How a term answers a typed word: as it is, in another form, by its beginning, by likeness. */
export type Nearness = 4 | 3 | 2 | 1;

export interface Answer {
  readonly term: string;
  readonly posting: Posting;
  readonly nearness: Nearness;
}

/** All terms, and where they stand. */
export interface Vocabulary {
  /** Terms of one story after the other, never of two in turn. */
  readonly add: (slot: number, terms: readonly string[], bit: number) => void;
  readonly remove: (slot: number, terms: readonly string[]) => void;
  /** The terms that answer a word, given by its forms; also those that are alike where wanted. */
  readonly answering: (forms: readonly string[], isAlikeWanted: boolean) => readonly Answer[];
}

/** A typed word may be the beginning of one from so many letters on. */
const shortestBeginning = 2;

/** Terms that a beginning may stand for. */
const mostBegun = 1000;

function mistakesAllowed(word: string): number {
  if (word.length > 7) return 2;
  return word.length > 3 ? 1 : 0;
}

export function createVocabulary(): Vocabulary {
  // The tree finds what begins with a word or is like it; the map finds one term faster.
  const tree = new SearchableMap<Posting>();
  const postings = new Map<string, Posting>();

  function postingOf(term: string): Posting {
    const known = postings.get(term);
    if (known !== undefined) return known;
    const posting: Posting = [];
    postings.set(term, posting);
    tree.set(term, posting);
    return posting;
  }

  function begun(form: string): readonly Answer[] {
    if (form.length < shortestBeginning) return [];
    const found: Answer[] = [];
    for (const [term, posting] of tree.atPrefix(form)) {
      if (found.length >= mostBegun) break;
      found.push({ term, posting, nearness: 2 });
    }
    return found;
  }

  function alike(form: string): readonly Answer[] {
    const mistakes = mistakesAllowed(form);
    if (mistakes === 0) return [];
    return [...tree.fuzzyGet(form, mistakes)].map(([term, [posting]]) => ({
      term,
      posting,
      nearness: 1,
    }));
  }

  return {
    add(slot, terms, bit) {
      for (const term of terms) {
        const posting = postingOf(term);
        const last = posting.at(-1);
        if (last !== undefined && Math.floor(last / placesIn) === slot) {
          posting[posting.length - 1] = last | bit;
        } else {
          posting.push(slot * placesIn + bit);
        }
      }
    },
    remove(slot, terms) {
      for (const term of new Set(terms)) {
        const posting = postings.get(term) ?? [];
        const at = posting.findIndex((entry) => Math.floor(entry / placesIn) === slot);
        if (at !== -1) posting.splice(at, 1);
        if (posting.length > 0) continue;
        postings.delete(term);
        tree.delete(term);
      }
    },
    answering(forms, isAlikeWanted) {
      const exact = forms.flatMap((term, index): Answer[] => {
        const posting = postings.get(term);
        return posting === undefined ? [] : [{ term, posting, nearness: index === 0 ? 4 : 3 }];
      });
      const begins = forms.flatMap(begun);
      return [...exact, ...begins, ...(isAlikeWanted ? forms.flatMap(alike) : [])];
    },
  };
}
