import type { Kind, Who } from "../../domain/figure.ts";
import type { Found } from "../found.ts";
import { matchesOf } from "../grammar/pattern.ts";
import type { ArabicMark } from "./marks.ts";
import { modalityAt } from "./modality.ts";
import { zeros } from "./patterns.ts";
import type { Word } from "./words.ts";

/** Harms that a sentence says did not happen, or were not reported. */
export function zerosOf(words: readonly Word[], marks: readonly ArabicMark[]): readonly Found[] {
  return zeros.flatMap((pattern) =>
    matchesOf(marks, pattern).flatMap(({ groups, start }) => {
      const { harm, more } = groups;
      if (harm === undefined || isException(marks, harm[1])) return [];
      const isReport = marks.slice(start, harm[0]).some(({ sign }) => sign === "Q");
      const who = whoBehind(words, marks[harm[1]]);
      return [harm, more].flatMap((range) => {
        const mark = range === undefined ? undefined : marks[range[0]];
        if (mark?.kind === undefined) return [];
        return [
          zeroOf(words, {
            first: marks[start]?.first ?? 0,
            last: mark.last,
            kind: mark.kind,
            who,
            isReport,
          }),
        ];
      });
    }),
  );
}

/** «لم يقتل سوى …» */
function isException(marks: readonly ArabicMark[], index: number): boolean {
  return marks.slice(index + 1, index + 4).some(({ sign }) => sign === "e");
}

/** «لم يقتل جنود»: who stands right behind the verb. */
function whoBehind(words: readonly Word[], mark: ArabicMark | undefined): Who {
  if (mark === undefined || mark.sign === "H") return mark?.who ?? "persons";
  const noun = words[mark.last + 1]?.lexeme.noun ?? words[mark.last + 2]?.lexeme.noun;
  return noun?.type === "people" ? noun.who : "persons";
}

interface Zero {
  readonly first: number;
  readonly last: number;
  readonly kind: Kind;
  readonly who: Who;
  readonly isReport: boolean;
}

function zeroOf(words: readonly Word[], { first, last, kind, who, isReport }: Zero): Found {
  return {
    first: words[first]?.at ?? 0,
    last: words[last]?.at ?? 0,
    kind,
    who,
    amount: { type: isReport ? "not_reported" : "zero" },
    qualifier: "exact",
    modality: modalityAt(words, first),
    doubts: [],
  };
}
