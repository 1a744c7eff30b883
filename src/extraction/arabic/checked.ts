/** The word of a lexicon as one of those that the domain knows. @throws where it is none. */
export function oneOf<Value extends string>(values: readonly Value[], word: string): Value {
  const value = values.find((known) => known === word);
  if (value === undefined) throw new Error(`a lexicon says ${word}`);
  return value;
}
