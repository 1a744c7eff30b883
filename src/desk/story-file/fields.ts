import { inlineText, textField } from "./scalar.ts";

/** A field's value, as YAML knows it. */
type Value = string | number | boolean | readonly Value[] | Fields;

/** Fields in the order in which they are written; those that are undefined are not. */
export interface Fields {
  readonly [name: string]: Value | undefined;
}

/** The lines of a map; a text is folded where it is long. */
export function mapLines(fields: Fields, indent: string): readonly string[] {
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : fieldLines(key, value, indent),
  );
}

/** The lines of a list item: the first begins with the dash. */
export function itemLines(fields: Fields, indent: string): readonly string[] {
  const [first = "", ...rest] = mapLines(fields, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

function fieldLines(key: string, value: Value, indent: string): readonly string[] {
  const inside = `${indent}  `;
  if (typeof value === "string") return textField(key, value, indent);
  const inline = inlineValue(value);
  if (inline !== undefined) return [`${indent}${key}: ${inline}`];
  return [
    `${indent}${key}:`,
    ...(isList(value) ? listLines(value, inside) : isFields(value) ? mapLines(value, inside) : []),
  ];
}

function listLines(items: readonly Value[], indent: string): readonly string[] {
  return items.flatMap((item) =>
    isFields(item) ? itemLines(item, indent) : [`${indent}- ${inlineWord(item)}`],
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isFields(value: Value): value is Fields {
  return typeof value === "object" && !isList(value);
}

/** `[a, b]`, `{ from: …, to: … }`; undefined where texts or maps are inside. */
function inlineValue(value: Value): string | undefined {
  if (typeof value !== "object") return String(value);
  if (isList(value)) {
    return value.some(isFields) ? undefined : `[${value.map(inlineWord).join(", ")}]`;
  }
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  if (!fields.every(([, item]) => isWord(item))) return undefined;
  return `{ ${fields.map(([key, item]) => `${key}: ${inlineWord(item)}`).join(", ")} }`;
}

/** Numbers, ids and dates. */
function isWord(value: Value | undefined): boolean {
  return typeof value === "number" || (typeof value === "string" && /^[a-z0-9_-]+$/.test(value));
}

function inlineWord(value: Value | undefined): string {
  return typeof value === "string" && isWord(value) ? inlineText(value) : JSON.stringify(value);
}
