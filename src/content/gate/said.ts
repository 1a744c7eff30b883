import type { Amount, Figure, Kind, Qualifier, Who } from "../../domain/figure.ts";

/** What a text or a figure of the record says: how many, of whom, and what happened to them. */
export type Said = Pick<Figure, "kind" | "who" | "amount" | "qualifier">;

/** Who stands behind a figure; undefined where nobody is named. */
export function sourceOf({ attribution }: Pick<Figure, "attribution">): string | undefined {
  return attribution.type === "none" ? undefined : attribution.source;
}

/** `at least 38 civilians killed`, for an editor; nothing of it is printed for readers. */
export function inWords({ kind, who, amount, qualifier }: Said): string {
  const [one, many] = nouns[who];
  const noun = amount.type === "count" && amount.count === 1 ? one : many;
  return [number(amount, qualifier), noun, happened[kind]].filter((part) => part !== "").join(" ");
}

function number(amount: Amount, qualifier: Qualifier): string {
  switch (amount.type) {
    case "count":
      return `${hedges[qualifier]}${amount.count}`;
    case "range":
      return `${hedges[qualifier]}${amount.min} to ${amount.max}`;
    case "vague":
      return `${hedges[qualifier]}${amount.word === "several" ? "several" : `${amount.word} of`}`;
    case "zero":
      return "no";
    case "not_reported":
      return "no reports of";
  }
}

const hedges: Readonly<Record<Qualifier, string>> = {
  exact: "",
  range: "",
  vague: "",
  at_least: "at least ",
  more_than: "more than ",
  less_than: "fewer than ",
  about: "about ",
  up_to: "up to ",
  unspecified: "an unspecified ",
};

const nouns: Readonly<Record<Who, readonly [one: string, many: string]>> = {
  persons: ["person", "people"],
  civilians: ["civilian", "civilians"],
  children: ["child", "children"],
  women: ["woman", "women"],
  men: ["man", "men"],
  women_and_children: ["woman or child", "women and children"],
  soldiers: ["soldier", "soldiers"],
  combatants: ["combatant", "combatants"],
  police: ["police officer", "police officers"],
  security: ["security officer", "security officers"],
  journalists: ["journalist", "journalists"],
  medics: ["medic", "medics"],
  un_personnel: ["member of UN personnel", "UN personnel"],
  households: ["household", "households"],
  barrel_bomb: ["barrel bomb", "barrel bombs"],
  shell: ["shell", "shells"],
  rocket: ["rocket", "rockets"],
  airstrike: ["air strike", "air strikes"],
  mine: ["mine", "mines"],
  ied: ["improvised explosive device", "improvised explosive devices"],
  bomb: ["bomb", "bombs"],
};

const happened: Readonly<Record<Kind, string>> = {
  killed: "killed",
  injured: "injured",
  killed_or_injured: "killed or injured",
  missing: "missing",
  detained: "detained",
  abducted: "abducted",
  displaced: "displaced",
  munitions: "",
};
