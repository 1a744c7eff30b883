import * as fc from "fast-check";

const pieces = [
  ...`قتل | مقتل | وأصيب | إصابة | بينهم | من بينهم | مدنياً | طفلان | آخرين | نحو | ما لا يقل عن | ثلاثة | وعشرين | ألفاً | مئة | بين | و | لم | قال | بحسب | المرصد | في | حمص | شباط | ، | « | » | killed | wounded | people | civilians | including | at least | dozens of | no | were | died | said | twenty | - | one | hundred | thousand | and | between | 5 | 12 | 1,234 | 2.908 | 70 000 | ٢٣ | . | , | ! | ؟ | ( | ) | % | Reuters | since | March | 2015 | ـ | 👨‍👩‍👧 | ½`.split(
    " | ",
  ),
  '"',
  "\n",
  "\u200F",
  "\u064E\u0651",
  "\u0000",
];

/** Words of the press in any order, and signs that belong to no text. */
export const articleText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 9 }, fc.string({ unit: "binary" })),
    {
      maxLength: 60,
    },
  )
  .chain((words) => fc.constantFrom(" ", "").map((space) => words.join(space)));
