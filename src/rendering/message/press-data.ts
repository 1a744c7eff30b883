import { paged, readConsent, shown, themed } from "./press-fields.ts";
import { isLegalPlace, placeFields, readAt, readPlace, writeAt } from "./press-place.ts";
import type { Field } from "./press-place.ts";
import type { Press } from "./press.ts";

const version = "1";
const separator = ".";
const longest = 64;

const forms = {
  topic: /^[a-z][a-z0-9_]{0,31}$/,
  story: /^[a-z0-9]{4,12}$/,
  figure: /^[a-z0-9_]{1,16}$/,
  revision: /^[1-9][0-9]{0,8}$/,
  page: /^(?:0|[1-9][0-9]{0,5})$/,
  from: /^(?:0|[1-9][0-9]{0,10})$/,
  until: /^(?:0|[1-9][0-9]{0,10})$/,
  query: /^[^.\p{C}\p{Z}](?: ?[^.\p{C}\p{Z}])*$/u,
  key: /^[\w-]{16}$/,
};

/** What is written of a press: its code and its fields, in the order that they are read. */
function fieldsOf(press: Press): readonly Field[] {
  switch (press.type) {
    case "briefing":
      return ["b", press.topic, press.story, press.language];
    case "story":
      return ["s", press.story, press.language];
    case "card":
      return ["sc", press.story, press.language, press.theme];
    case "compare":
      return ["cp", press.topic, press.page];
    case "timeline":
      return ["tl", press.topic, press.page];
    case "chart":
      return ["tc", press.topic, press.language, press.theme];
    case "sources":
      return ["o", press.topic];
    case "figures":
      return ["f", press.topic, press.page];
    case "latest":
      return ["l", press.page];
    case "topics":
      return ["t", press.page];
    case "stories":
      return ["a", press.topic, press.page];
    case "news":
      return ["n", press.from, press.until, press.page];
    case "report":
      return ["r", press.story, press.figure];
    case "report_story":
      return ["rs", press.story];
    case "consent":
      return ["c", press.choice];
    case "place":
      return placeFields(press);
    case "general":
      return ["m", writeAt(press)];
    case "chats":
      return ["h", press.page];
    case "connect":
      return ["cc"];
    case "alert":
      return ["v", press.story, press.revision, Number(press.confirm)];
    case "correction":
      return ["vc", press.story, press.revision, Number(press.confirm)];
    case "history":
      return "story" in press ? ["hs", press.story, press.page] : ["ht", press.topic, press.page];
    case "search":
      return "query" in press ? ["fq", press.page, press.query] : ["fk", press.page, press.key];
    case "forget":
    default:
      return ["x", Number(press.confirm)];
  }
}

type Reader = (fields: readonly string[]) => Press | undefined;

// A reader may let an illegal field pass or fall: what it read is written again and compared.
const readers: Readonly<Record<string, Reader>> = {
  b: ([topic = "", story = "", language]) => ({
    type: "briefing",
    topic,
    ...(story !== "" && { story }),
    ...shown(language),
  }),
  s: ([story = "", language]) => ({ type: "story", story, ...shown(language) }),
  sc: ([story = "", language, theme]) => ({
    type: "card",
    story,
    ...shown(language),
    ...themed(theme),
  }),
  cp: ([topic = "", page]) => ({ type: "compare", topic, ...paged(page) }),
  tl: ([topic = "", page]) => ({ type: "timeline", topic, ...paged(page) }),
  tc: ([topic = "", language, theme]) => ({
    type: "chart",
    topic,
    ...shown(language),
    ...themed(theme),
  }),
  o: ([topic = ""]) => ({ type: "sources", ...(topic !== "" && { topic }) }),
  f: ([topic = "", page]) => ({
    type: "figures",
    ...(topic !== "" && { topic }),
    ...paged(page),
  }),
  l: ([page]) => ({ type: "latest", ...paged(page) }),
  t: ([page]) => ({ type: "topics", ...paged(page) }),
  a: ([topic = "", page]) => ({ type: "stories", topic, ...paged(page) }),
  n: ([from, until, page]) => ({
    type: "news",
    from: Number(from),
    until: Number(until),
    ...paged(page),
  }),
  r: ([story = "", figure = ""]) => ({ type: "report", story, ...(figure !== "" && { figure }) }),
  rs: ([story = ""]) => ({ type: "report_story", story }),
  c: ([choice]) => readConsent(choice),
  m: ([where]) => {
    const at = readAt(where);
    return at && { type: "general", ...at };
  },
  h: ([page]) => ({ type: "chats", ...paged(page) }),
  cc: () => ({ type: "connect" }),
  v: ([story = "", revision, confirm]) => ({
    type: "alert",
    story,
    revision: Number(revision),
    confirm: confirm === "1",
  }),
  vc: ([story = "", revision, confirm]) => ({
    type: "correction",
    story,
    revision: Number(revision),
    confirm: confirm === "1",
  }),
  hs: ([story = "", page]) => ({ type: "history", story, ...paged(page) }),
  ht: ([topic = "", page]) => ({ type: "history", topic, ...paged(page) }),
  fq: ([page, query = ""]) => ({ type: "search", query, ...paged(page) }),
  fk: ([page, key = ""]) => ({ type: "search", key, ...paged(page) }),
  x: ([confirm]) => ({ type: "forget", confirm: confirm === "1" }),
};

function hasLegalFields(press: Press): boolean {
  if (press.type === "place") return isLegalPlace(press);
  const fields: Readonly<Record<string, string | number | boolean>> = { ...press };
  return Object.entries(forms).every(
    ([name, form]) => fields[name] === undefined || form.test(String(fields[name])),
  );
}

function written(press: Press): string {
  return version + fieldsOf(press).join(separator);
}

/** Whether a press is legal and short enough for a button. */
export function fitsButton(press: Press): boolean {
  return hasLegalFields(press) && Buffer.byteLength(written(press)) <= longest;
}

/**
 * A press as a button's data, at most 64 bytes for every legal id.
 * @throws RangeError for a press whose ids or page are not legal.
 */
export function encodePress(press: Press): string {
  const data = written(press);
  if (!fitsButton(press)) throw new RangeError(`this press has an illegal field: ${data}`);
  return data;
}

/** The press that a button's data stands for; undefined for anything that is not exactly one. */
export function decodePress(data: string): Press | undefined {
  if (Buffer.byteLength(data) > longest || !data.startsWith(version)) return undefined;
  const [code = "", ...fields] = data.slice(version.length).split(separator);
  const press = Object.hasOwn(readers, code) ? readers[code]?.(fields) : readPlace(code, fields);
  if (press === undefined || !hasLegalFields(press)) return undefined;
  return written(press) === data ? press : undefined;
}
