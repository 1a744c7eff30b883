import { documentOf, fields, isSame, textOf, type Document, type Names } from "./document.ts";
import type { Story } from "../domain/story.ts";
import { score, type Scores } from "./scores.ts";
import { createTermReader } from "./terms.ts";
import { bitOf, createVocabulary } from "./vocabulary.ts";

/** Stories by their words. */
export interface StoryIndex {
  /** Takes a story in, in the place of what it was before; at no cost where nothing changed. */
  readonly put: (story: Story, names: Names) => void;
  readonly drop: (id: string) => void;
  readonly ids: () => readonly string[];
  /** What answers the words, each given by its forms. */
  readonly look: (words: readonly (readonly string[])[], isAlikeWanted: boolean) => Looked;
}

export interface Looked {
  readonly scores: Scores;
  /** The id of the story in each slot; undefined where there is none. */
  readonly slots: readonly (string | undefined)[];
  readonly terms: ReadonlySet<string>;
}

interface Kept {
  readonly slot: number;
  readonly document: Document;
}

export function createStoryIndex(): StoryIndex {
  const vocabulary = createVocabulary();
  const termsOf = createTermReader();
  const kept = new Map<string, Kept>();
  const slots: (string | undefined)[] = [];
  const free: number[] = [];

  function add(document: Document): void {
    const slot = free.pop() ?? slots.length;
    slots[slot] = document.id;
    kept.set(document.id, { slot, document });
    for (const field of fields)
      vocabulary.add(slot, termsOf(textOf(document, field), field), bitOf(field));
  }

  function drop(id: string): void {
    const known = kept.get(id);
    if (known === undefined) return;
    const { slot, document } = known;
    vocabulary.remove(
      slot,
      fields.flatMap((field) => termsOf(textOf(document, field), field)),
    );
    slots[slot] = undefined;
    free.push(slot);
    kept.delete(id);
  }

  return {
    put(story, names) {
      const known = kept.get(story.id);
      if (known?.document.story === story && known.document.names === names) return;
      const document = documentOf(story, names);
      if (known !== undefined && isSame(known.document, document)) {
        kept.set(story.id, { ...known, document });
        return;
      }
      drop(story.id);
      add(document);
    },
    drop,
    ids: () => [...kept.keys()],
    look(words, isAlikeWanted) {
      const answers = words.map((forms) => vocabulary.answering(forms, isAlikeWanted));
      const terms = new Set(answers.flatMap((some) => some.map(({ term }) => term)));
      return { scores: score(answers, slots.length), slots, terms };
    },
  };
}
