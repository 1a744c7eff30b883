import type { Who } from "../../domain/figure.ts";
import type { Count } from "./count.ts";
import { jointWho } from "./counted.ts";
import type { Noun } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** «جثتي طفل وطفلة», «جثتي رجلين»: two, with the nun of the dual fallen. */
export function twoBodiesAt(words: readonly Word[], index: number): Count | undefined {
  if (!/^(?:[وفبل]?)(?:جثتي|جثتا|جثماني|جثمانا)$/u.test(words[index]?.token.text ?? ""))
    return undefined;
  const whose = whoseAt(words, index + 1);
  return (
    whose && {
      first: index,
      ...whose,
      type: "k",
      kind: "killed",
      isBody: true,
      amount: { type: "count", count: 2 },
      qualifier: "exact",
      isHedged: false,
      doubts: [],
      base: "جثه",
    }
  );
}

/** Of two, or of one and one. */
function whoseAt(
  words: readonly Word[],
  index: number,
): { readonly who: Who; readonly last: number } | undefined {
  const first = personOf(words[index]);
  const second = words[index + 1]?.isAnd === true ? personOf(words[index + 1]) : undefined;
  if (first?.number === "two") return { who: first.who, last: index };
  if (first?.number !== "one" || second?.number !== "one") return undefined;
  return { who: jointWho(first.who, second.who), last: index + 1 };
}

function personOf(word: Word | undefined): Noun | undefined {
  const noun = word?.lexeme.noun;
  return noun?.type === "people" ? noun : undefined;
}
