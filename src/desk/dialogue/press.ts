import { looseEnds, changeFields, textFields } from "./draft.ts";
import type { ChangeField, LooseEnd, TextField } from "./draft.ts";
import type { Language } from "../../domain/language.ts";

const settable = ["qualifier", "who", "source", "scope", "ties"] as const;

/** A field of a figure that buttons give a value. */
export type SettableField = (typeof settable)[number];

/** What a button of the desk asks for. All of them say what shall be, so that twice is as once. */
export type DeskAction =
  /** The article is complete. */
  | { readonly type: "read" }
  | { readonly type: "keep"; readonly figure: string }
  | { readonly type: "drop"; readonly figure: string }
  | { readonly type: "review"; readonly figure: string }
  | { readonly type: "dropRest" }
  | { readonly type: "change"; readonly figure: string; readonly field: ChangeField }
  /** A value of a figure's field; of a source, its id; of its ties to others, that it has none. */
  | {
      readonly type: "set";
      readonly figure: string;
      readonly field: SettableField;
      readonly value: string;
    }
  /** What the text names is left out of the record. */
  | { readonly type: "leave"; readonly figure: string; readonly end: LooseEnd }
  | { readonly type: "topic"; readonly topic: string }
  | { readonly type: "date"; readonly day: string }
  /** The place of another story. */
  | { readonly type: "place"; readonly story: string }
  | { readonly type: "text"; readonly field: TextField; readonly language: Language }
  | { readonly type: "breaking"; readonly is: "yes" | "no" }
  /** Back to a page, or on to what is missing. */
  | { readonly type: "open"; readonly page: "topic" | "date" | "figures" | "next" }
  /** The seal is that of the preview that was seen. */
  | { readonly type: "publish"; readonly seal: string }
  | { readonly type: "approve"; readonly seal: string }
  | { readonly type: "return"; readonly seal: string }
  | { readonly type: "save" }
  | { readonly type: "discard" }
  | { readonly type: "discardForSure" }
  | { readonly type: "resume" }
  | { readonly type: "preview" };

/** A button speaks of one draft; the pages of the log of none. */
export type DeskPress =
  | { readonly draft: number; readonly action: DeskAction }
  | { readonly log: number };

/** Tells the buttons of the desk from all others. */
const prefix = "d1";
const separator = ".";
const longest = 64;

const codes = {
  read: "e",
  keep: "k",
  drop: "x",
  review: "o",
  dropRest: "xr",
  change: "c",
  set: "s",
  leave: "l",
  topic: "t",
  date: "d",
  place: "p",
  text: "w",
  breaking: "n",
  open: "g",
  publish: "u",
  approve: "a",
  return: "b",
  save: "v",
  discard: "y",
  discardForSure: "yy",
  resume: "r",
  preview: "q",
} as const satisfies Readonly<Record<DeskAction["type"], string>>;

function fieldsOf(action: DeskAction): readonly string[] {
  switch (action.type) {
    case "keep":
    case "drop":
    case "review":
      return [action.figure];
    case "change":
      return [action.figure, action.field];
    case "set":
      return [action.figure, action.field, action.value];
    case "leave":
      return [action.figure, action.end];
    case "topic":
      return [action.topic];
    case "date":
      return [action.day];
    case "place":
      return [action.story];
    case "text":
      return [action.field, action.language];
    case "breaking":
      return [action.is];
    case "open":
      return [action.page];
    case "publish":
    case "approve":
    case "return":
      return [action.seal];
    case "read":
    case "dropRest":
    case "save":
    case "discard":
    case "discardForSure":
    case "resume":
    case "preview":
      return [];
  }
}

type Reader = (fields: readonly string[]) => DeskAction | undefined;

function oneOf<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  return values.find((value) => value === text);
}

const pages = ["topic", "date", "figures", "next"] as const;

// What was read is written again and compared, so a reader may let an illegal form pass.
const readers: Readonly<Record<string, Reader>> = {
  e: () => ({ type: "read" }),
  k: ([figure = ""]) => ({ type: "keep", figure }),
  x: ([figure = ""]) => ({ type: "drop", figure }),
  o: ([figure = ""]) => ({ type: "review", figure }),
  xr: () => ({ type: "dropRest" }),
  c: ([figure = "", name]) => {
    const field = oneOf(changeFields, name);
    return field && { type: "change", figure, field };
  },
  s: ([figure = "", name, value = ""]) => {
    const field = oneOf(settable, name);
    return field && { type: "set", figure, field, value };
  },
  l: ([figure = "", name]) => {
    const end = oneOf(looseEnds, name);
    return end && { type: "leave", figure, end };
  },
  t: ([topic = ""]) => ({ type: "topic", topic }),
  d: ([day = ""]) => ({ type: "date", day }),
  p: ([story = ""]) => ({ type: "place", story }),
  w: ([name, tag]) => {
    const field = oneOf(textFields, name);
    const language = oneOf(["ar", "en"] as const, tag);
    return field && language && { type: "text", field, language };
  },
  n: ([word]) => {
    const is = oneOf(["yes", "no"] as const, word);
    return is && { type: "breaking", is };
  },
  g: ([name]) => {
    const page = oneOf(pages, name);
    return page && { type: "open", page };
  },
  u: ([seal = ""]) => ({ type: "publish", seal }),
  a: ([seal = ""]) => ({ type: "approve", seal }),
  b: ([seal = ""]) => ({ type: "return", seal }),
  v: () => ({ type: "save" }),
  y: () => ({ type: "discard" }),
  yy: () => ({ type: "discardForSure" }),
  r: () => ({ type: "resume" }),
  q: () => ({ type: "preview" }),
};

function written(press: DeskPress): string {
  if ("log" in press) return [prefix, "log", String(press.log)].join(separator);
  const { draft, action } = press;
  const code = codes[action.type];
  return [prefix, draft.toString(36), code, ...fieldsOf(action)].join(separator);
}

/** A press as a button's data, at most 64 bytes. @throws RangeError where an id is too long. */
export function encodeDeskPress(press: DeskPress): string {
  const data = written(press);
  if (data.length > longest) throw new RangeError(`this press is too long: ${data}`);
  return data;
}

export function isDeskPress(data: string): boolean {
  return data.startsWith(prefix + separator);
}

/** The press that a button's data stands for; undefined for anything that is not exactly one. */
export function decodeDeskPress(data: string): DeskPress | undefined {
  if (data.length > longest || !isDeskPress(data)) return undefined;
  const [id = "", code = "", ...fields] = data.slice(prefix.length + 1).split(separator);
  const press = id === "log" ? readLogPage(code) : readDraftPress(id, code, fields);
  return press !== undefined && written(press) === data ? press : undefined;
}

function readLogPage(page: string): DeskPress | undefined {
  return /^\d{1,6}$/.test(page) ? { log: Number(page) } : undefined;
}

function readDraftPress(
  id: string,
  code: string,
  fields: readonly string[],
): DeskPress | undefined {
  const action = Object.hasOwn(readers, code) ? readers[code]?.(fields) : undefined;
  const draft = /^[0-9a-z]{1,9}$/.test(id) ? parseInt(id, 36) : 0;
  return action !== undefined && draft > 0 ? { draft, action } : undefined;
}
