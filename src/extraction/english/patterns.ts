import type { Pattern } from "../grammar/pattern.ts";

/**
 * Group `amount` is the number, `harm` the word of harm; without `harm` the number is one itself.
 * See EnglishMark for the signs.
 */

/**
 * Words that may stand between a noun and its verb: "in the attack", ", aged 12,"; the subject of
 * another clause does not.
 */
const behind =
  "(?:,?u{1,40},?|,[oP]{1,5}s,|~[ife][oPM]{1,6})?(?:[ifeay,(wU-][ifeatyo~,PMGRC&uVgDSX()wUO-]{0,14}?(?<![,&kw][CEB]))?";
/** Not "many of 30,000", not the age in "Nelson, 45, was killed". */
const subject = "(?<!f)(?<amount>[CEB])(?<![,(]B(?=[,)]))";
/** "was", "have been", "may have been", "is feared", "are known to have". */
const be = "(?:[mh]{0,2}b{1,2}(?:j(?:th?b?)?)?)";
const have = "(?:m?h?)";

function pattern(name: string, signs: string): Pattern {
  return { name, signs: new RegExp(signs, "dg") };
}

/** In the order in which they may claim a number. */
export const patterns: readonly Pattern[] = [
  pattern(
    "number of them",
    "#o{0,2}(?<whom>P)?(?<harm>[VSDN])[^;k]{0,12}?(?:m?h?b?(?:rt?|q|b|a|t|:)[ta]?)(?<amount>[BCE])",
  ),
  pattern("number of people", "#(?<harm>[E])?P"),
  pattern("toll from one to another", "(?<harm>T)(?!o)[^;k]{0,16}?r?e[BC](?:t)(?<amount>[BCE])"),
  pattern("from one to another toll", "e[BC]t(?<amount>[BC])(?<harm>T)"),
  pattern("to this the number of them", "[ro~]t(?<amount>[BC])#o{0,2}(?<whom>P)?(?<harm>[VSDN])"),
  pattern("to this the toll", "[ro~]t(?<amount>[BC])(?<harm>T)"),
  pattern("toll that exceeds", "(?<harm>T)(?!o)[^;kV]{0,16}?(?<over>q)(?<amount>[BCE])"),
  pattern("toll", "(?<harm>T)(?!o)[^;kV]{0,16}?(?:r[ta]?|q|[atf:]|b)(?<amount>[BCE])"),
  pattern("toll, and another toll", "(?<harm>T)[^;]{0,20}?[BC],?&e[^;]{1,10}?t(?<amount>B)"),
  pattern("the people left dead", "L(?<amount>[CEB])(?:[ifea][oPM]{1,3})?[&i]?(?<harm>[VSDN])"),
  pattern("claimed lives", "[zl^](?<amount>[J])"),
  pattern("lost people", "\\^(?<amount>[CE])"),
  pattern("held hostages", "(?<harm>K)(?<amount>[CEB])"),
  pattern("lives lost", "(?<amount>[J])m?h?b?\\^"),
  pattern("claimed people", "z(?<amount>[CE])"),
  pattern("claimed the lives of", "Λ(?<amount>[CEB])"),
  pattern("forced to flee", "F(?<amount>[CEB])t(?<harm>D)"),
  pattern("harm then people", "(?<!b)(?<harm>[Vvg])(?<amount>[CEB])"),
  pattern(
    "harm of somebody and people",
    "(?<!b)(?<harm>[Vvg])[oP]{1,6}(?:,&?|&)(?<amount>C)(?![bhmVSD])",
  ),
  pattern("harm of people", "(?<!X)(?<harm>[Ng])f(?<amount>[CEB])"),
  pattern("people were harmed", `${subject}${behind}${be}(?<harm>[VS])`),
  pattern("people have died", `${subject}${behind}(?:${be}|${have})(?<harm>D)`),
  pattern(
    "people, or families, have fled",
    `(?<!f)(?<amount>[CEB]),?[|]C,?(?:${be}|${have})(?<harm>[VSD])`,
  ),
  pattern("detainees were harmed", `(?<!f)(?<amount>H)(?:,?u{1,40},?)?${be}(?<harm>[VS])`),
  pattern("detainees have died", `(?<!f)(?<amount>H)(?:,?u{1,40},?)?${have}(?<harm>D)`),
  pattern("people are held", `${subject}${behind}b{1,2}(?<harm>K)`),
  pattern("people reported harmed", "(?<amount>[CEB])j(?<harm>[VS])"),
  pattern(
    "people taken were killed",
    `(?<!f)(?<amount>[CEB])[VS](?:[ifea][oPMRi]{1,6}?)?${be}(?<harm>[VS])`,
  ),
  pattern("people among the dead", `${subject}${behind}b(?<harm>U)(?![CEBGHPbw])`),
  pattern("people among those harmed", "(?<amount>[CE])b?i(?<whole>[CB])(?<harm>[VS])"),
  pattern("people harmed", "(?<amount>[CEB])(?:,?u{1,40},?)?(?<harm>[VS])(?![CEBPRGo#T])"),
  pattern("harmed were these", "^(?<harm>V)(?:[ifea][oPM]{1,3})?b(?<amount>[CEB])"),
  pattern("dead: so many", "(?<harm>[SV]):(?<amount>B)"),
  pattern("nobody harmed", `(?<amount>Z)(?:[ifea][oPM]{1,3})?${be}(?<harm>[VS])`),
  pattern("harmed nobody", "(?<harm>[Vvg])(?<amount>Z)"),
  pattern("nobody died", "(?<amount>Z)h?(?<harm>D)"),
];
