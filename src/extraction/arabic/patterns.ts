import type { Pattern } from "../grammar/pattern.ts";

/**
 * Patterns say which mark belongs to which: `harm` to `count`, `from` to what is counted with it
 * (`to`), a whole to its part. The signs are in marks.ts. Gaps stay within a clause.
 */

/** The group `harm` says what happened to `count`. */
export const harms: readonly Pattern[] = [
  {
    name: "met their end",
    signs:
      /[Yv][zpyt]{0,2}(?<count>[cdhoiI])(?:[zpyt,]{0,6}|,?b\+?[cdhoi](?:\+[cdhoi]){0,2}[zpyt,]{0,3})(?<harm>Z)/dg,
  },
  {
    name: "who met their end",
    signs: /(?<count>[cdhoiI])[zpyt,]{0,3}[YvU][zpyt]{0,2}(?<harm>Z)/dg,
  },
  // «قُتل أمس في المدينة خمسة مدنيين»
  { name: "verb before those counted", signs: /(?<harm>[VP])[zpyt&G,]{0,8}(?<count>[ckm])/dg },
  { name: "verb with an object of «ب»", signs: /(?<harm>[MC])[zG]{0,2}w(?<count>[ckdho])/dg },
  { name: "verb right before a number", signs: /(?<harm>[VPv])[t]{0,2}(?<count>[cdhoI])/dg },
  { name: "verb and others", signs: /(?<harm>[VP])[zpyt]{0,3}(?<count>o)/dg },
  { name: "verb right before one", signs: /(?<harm>[VP])t{0,2}(?<count>[ij])(?![zt]{0,2}I)/dg },
  { name: "verb, place, one", signs: /(?<harm>[VP])p[ztG]{1,3}(?<count>i)/dg },
  { name: "verb with an object in the accusative", signs: /(?<harm>V)[zpyti,]{0,8}(?<count>I)/dg },
  { name: "masdar before those counted", signs: /(?<harm>[MC])t{0,2}(?<count>[co])/dg },
  { name: "capture, its doer, those counted", signs: /(?<harm>C)[zt]{1,3}(?<count>[ck])/dg },
  { name: "masdar right before one or a number", signs: /(?<harm>[MC])t{0,2}(?<count>[dhijI])/dg },
  { name: "one by name, and others", signs: /(?<harm>[VM])[z,]{1,7}\+(?<count>[cdho])/dg },
  {
    name: "those counted before their verb",
    signs:
      /(?<count>[cdho])(?:,?b\+?[cdhoiI](?:\+[cdhoiI]){0,2}|(?:\+[cdhoiI]){1,3})?[zpyt,b]{0,6}(?<harm>U)/dg,
  },
  {
    name: "one and others before their verb",
    signs: /(?<count>[iI])(?:\+[cdhoiI]){1,3}[zpyt,]{0,3}(?<harm>U)/dg,
  },
  { name: "an army that lost so many", signs: /(?<harm>K)t{0,2}(?<count>c)/dg },
  { name: "those counted, to flight", signs: /(?<count>[cdh])[p>](?<harm>F)/dg },
  { name: "one before his verb", signs: /a(?<count>[iIc])[zt]{0,2}(?<harm>V)/dg },
];

/** What happened to those who were harmed before: «وفاة 3 مصابين», «مقتل 5 نازحين». */
export const furtherHarms: readonly Pattern[] = [
  { name: "harm right before the harmed", signs: /(?<harm>[VMCP])t?(?<count>k)/dg },
  { name: "verb, then one of the harmed", signs: /(?<harm>[VP])[zt]{1,3}(?<count>[kj])/dg },
];

/** Where two harms share those counted: «مقتل وإصابة 20». */
export const jointHarms: readonly Pattern[] = [
  {
    name: "two harms of the same",
    signs:
      /(?<![iIcdho][zt]{0,2})(?<first>[VMCH])[+/](?<harm>[VMCH])[zpyt]{0,2}(?<count>[ckdho])/dg,
  },
  {
    name: "those counted before two verbs",
    signs: /(?<count>[cdhok])[zpyt,]{0,4}(?<first>U)\/(?<harm>U)/dg,
  },
];

/** The group `count` was killed or injured: «بين قتيل وجريح». */
export const eithers: readonly Pattern[] = [
  { name: "between killed and injured", signs: /(?<count>[cdhok])[zpyt,US]{0,4}E/dg },
];

/** The harmed are named first, their number later. */
export const tolls: readonly Pattern[] = [
  { name: "the toll to a number", signs: /(?<harm>H)[^ckdhoVMCUqA;H]{0,25}?>(?<count>[ckdho])/dg },
  {
    name: "the toll reached a number",
    signs: /(?<harm>H)[^ckdhoVMCUqA;H]{0,20}?[B:]{1,2}(?<count>[ckdho])/dg,
  },
  {
    name: "reached the toll a number",
    signs: /(?<reach>B)[zt]{0,2}T{1,2}[zt]?(?<harm>H)[zpytr,]{0,10}(?<count>[ckdho])/dg,
  },
  { name: "the toll, hedged number", signs: /T{1,2}[zt]?(?<harm>H)[zptyr,x]{0,20}(?<count>h)/dg },
  {
    name: "the toll reached by a time a hedged number",
    signs: /T{1,2}[zt]?(?<harm>H)[zptyr+]{0,8}B[zpt]{1,4}(?<count>[hk])/dg,
  },
  { name: "the toll, number", signs: /T{1,2}[zt]?(?<harm>H)[zt]{0,2}(?<count>[dh])/dg },
  { name: "the harmed, number", signs: /(?<harm>H)(?<count>[dh])(?=[,;+]|$)/dg },
  { name: "bodies of those counted", signs: /(?<harm>H)(?<count>c)/dg },
];

/** One of the harmed, by a word that says only that. */
export const singles: readonly Pattern[] = [
  { name: "a result of one", signs: /S[zpytS]{0,3}(?<count>j)/dg },
  { name: "one and others", signs: /^(?<count>j)(?=,?\+[kj])/dg },
  { name: "others and one", signs: /k[zt]{0,2},?\+(?<count>j)/dg },
];

/** What is counted with what was counted before. */
export const joins: readonly Pattern[] = [
  { name: "and others", signs: /(?<from>[ckdhoiIj])(?=[zpytrmn,]{0,8}\+{1,2}(?<to>[cdhok]))/dg },
  { name: "and one", signs: /(?<from>[ckdhoiIj])(?=[zt]{0,2},?\+(?<to>[iIj]))/dg },
  { name: "with their kin", signs: /(?<from>[ckdhoiIj])(?=&(?<to>c))/dg },
  { name: "list without and", signs: /(?<from>[ck])(?=,(?<to>[c]))/dg },
];

/** Parts of what was counted before. */
export const parts: readonly Pattern[] = [
  {
    name: "among them",
    signs: /(?<from>[ckdhoiIj])(?=[zpytrGUYZ,]{0,16}\+?b[zt:]?(?<to>[cdhkoj]))/dg,
  },
  {
    name: "so many of them",
    signs: /(?<from>[ckdhoiIj])(?=[zpyt,]{0,8}\+?(?<to>[dh])b(?:[^cdhk]|$))/dg,
  },
  { name: "behind a colon", signs: /(?<from>[ck])(?=:(?<to>[cdk]))/dg },
  {
    name: "one among them",
    signs: /(?<from>[ckdhoiIj])(?=[zpytrGUYZ,]{0,16}\+?b[t:]?(?<to>[iI]))/dg,
  },
];

/** «ومن بين القتلى 3 أطفال». */
export const partsOfHarmed: readonly Pattern[] = [
  { name: "among the harmed", signs: /y(?<harm>H)[ztB]{0,3}(?<to>[cdhokiI])/dg },
];

/** «ومن بينهم 3 أطفال» at the beginning: the whole stands in the sentence before. */
export const partsOfBefore: readonly Pattern[] = [
  { name: "among those of the sentence before", signs: /^\+?b[zpyt,]{0,4}(?<to>[cdhoiI])/dg },
];

export const drops: readonly Pattern[] = [
  { name: "dropped so many", signs: /(?<harm>[DSG])[zpytSDG,i]{0,10}w?(?<count>m)/dg },
  { name: "so many that were dropped", signs: /(?<count>m)[zpytr,]{0,3}[DSU]/dg },
];

export const dropJoins: readonly Pattern[] = [
  { name: "and so many", signs: /(?<from>m)(?=[zpyt,]{0,5}\+(?<to>m))/dg },
  { name: "by places", signs: /(?<from>[mdh])(?=[zpytS,+]{1,6}w(?<to>[mdh]))/dg },
];

/** Zeros: the group `harm` did not happen; `report` where only no report came. */
export const zeros: readonly Pattern[] = [
  {
    name: "nobody was harmed",
    signs: /N[zt]{0,1}(?<harm>[PV])(?!t{0,2}[ckdhoI])[zi,]{0,5}(?:\+?\/(?<more>[PVU]))?/dg,
  },
  {
    name: "no harmed",
    signs: /(?:N[zpytSQaG>/]{0,7}?|LS?(?:Qp)?)(?<harm>[HM])(?:(?:\+|\/){1,2}[z]{0,1}(?<more>H))?/dg,
  },
];
