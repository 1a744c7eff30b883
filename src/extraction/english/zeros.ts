import type { Who } from "../../domain/figure.ts";
import type { Token } from "../text/tokens.ts";
import type { Attachment } from "./attachment.ts";
import type { EnglishMark } from "./marks.ts";

/** "caused no injuries", "no casualties were reported", "no reports of casualties". */
export function zerosOf(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
): readonly Attachment[] {
  return marks.flatMap((mark, at) => {
    const isAny = mark.sign === "N" && isDenied(marks, at);
    if ((mark.sign !== "Y" && !isAny) || mark.kind === undefined) return [];
    const words = tokens.slice(Math.max(0, mark.first - 1), mark.last + 4).map(({ text }) => text);
    const isReport = words.some((word) =>
      /^(?:reports?|reported|information|word|news)$/.test(word),
    );
    return [
      {
        first: mark.first,
        last: mark.last,
        mark: at,
        harm: at,
        kind: mark.kind,
        who: mark.who === "persons" ? whoseAt(marks, at) : (mark.who ?? "persons"),
        amount: { type: isReport ? "not_reported" : "zero" } as const,
        qualifier: "exact" as const,
        doubts: [],
      },
    ];
  });
}

/** "the soldiers suffered no casualties". */
function whoseAt(marks: readonly EnglishMark[], at: number): Who {
  const [who, verb] = marks.slice(Math.max(0, at - 2), at);
  return who?.sign === "P" && verb?.sign !== "s" ? (who.who ?? "persons") : "persons";
}

/** "did not cause any casualties", "without any deaths". */
function isDenied(marks: readonly EnglishMark[], at: number): boolean {
  const signs = marks.slice(Math.max(0, at - 5), at).map(({ sign }) => sign);
  return /n[bh]?cX$/.test(signs.join(""));
}
