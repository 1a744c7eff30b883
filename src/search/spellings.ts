/** A word by its forms, as it was typed first. */
type Word = readonly string[];

/** Above so many words nobody writes two of them as one by mistake. */
const mostWords = 4;

/** Letters of a word that is read as two, at most, and of either part, at least. */
const longest = 14;
const leastPart = 3;

/**
 * The words of a query as they may have been meant, first as they were typed: without a letter that
 * Arabic writes onto a name («بدوما», «لدوما», «ودوما»); two of them as one («كفر بطنا»); one as two.
 * Each is tried only where those before it find nothing.
 */
export function* spellings(words: readonly Word[]): Generator<readonly Word[]> {
  yield words;
  const bare = words.map(withoutPrefix);
  if (bare.some((forms, index) => forms.length > (words[index]?.length ?? 0))) yield bare;
  if (words.length > mostWords) return;
  yield* joined(words);
  const [[typed = ""] = [], ...more] = words;
  if (more.length === 0 && typed.length <= longest) yield* parted(typed);
}

const prefix = /^[وف]?[بلك](\p{sc=Arabic}{3,})$|^[وف](\p{sc=Arabic}{3,})$/u;

function withoutPrefix(forms: Word): Word {
  const [typed = ""] = forms;
  const [, noun, other] = prefix.exec(typed) ?? [];
  return [...new Set([...forms, ...[noun, other].filter((form) => form !== undefined)])];
}

function* joined(words: readonly Word[]): Generator<readonly Word[]> {
  for (const [index, [typed = ""]] of words.entries()) {
    const [next] = words[index + 1] ?? [];
    if (next !== undefined) {
      yield [...words.slice(0, index), [typed + next], ...words.slice(index + 2)];
    }
  }
}

function* parted(typed: string): Generator<readonly Word[]> {
  for (let at = leastPart; at <= typed.length - leastPart; at += 1) {
    yield [[typed.slice(0, at)], [typed.slice(at)]];
  }
}
