/** Texts that patterns could lose themselves in, of about `size` UTF-16 units each. */
export function hostileTexts(size: number): Readonly<Record<string, string>> {
  const of = (part: string): string => part.repeat(Math.ceil(size / part.length));
  return {
    "one long number": of("7"),
    "numbers without end": of("12 "),
    "thousands without end": of("1,111,"),
    "open brackets": of("("),
    "nested brackets": of("(") + of(")"),
    "one endless word": of("a"),
    "a million waw": of("و"),
    "waw apart": of("و "),
    "number words": of("ثلاثة وعشرين ألفا و"),
    "English number words": of("one hundred and twenty-three thousand and "),
    "the dead without a stop": of("مقتل 5 وإصابة 6 و"),
    "the killed without a stop": of("killed 5 and wounded 6 and "),
    "parts of parts": of("including 5 of them 4 among them "),
    "parts of parts in Arabic": of("بينهم 5 منهم 4 "),
    "one who says that one says": of("police said that "),
    negations: of("no one not denied "),
    quotations: of('"'),
    "line ends": of("\n"),
    stops: of(". "),
    marks: of("َُ"),
    "astral letters": of("𝟙𝟚𝟛 "),
  };
}
