import { addField, NotPlain, plainKey, plainValue } from "./plain-scalar.ts";

/** The lines of a text, and how many of them have been read. */
interface Cursor {
  readonly lines: string[];
  at: number;
}

/**
 * Reads YAML as stories are written: maps, lists, values on one line and blocks of text, without
 * anchors, tags, escapes and whatever else is rare. It is many times as fast as the full parser,
 * which counts with ten thousand files. It gives undefined wherever a text is in any way unusual,
 * and for every mistake, and then the full parser decides; what it does give is exactly what the
 * full parser would.
 */
export function readPlainYaml(text: string): { readonly data: unknown } | undefined {
  // Tabs, carriage returns, and all other spaces and controls; lines of spaces alone.
  if (/[^\S \n]|[^\P{Cc}\n]|^ +$/mu.test(text)) return undefined;
  const cursor: Cursor = { lines: text.split("\n"), at: 0 };
  try {
    const data = readMap(cursor, 0);
    return indentNext(cursor) === -1 ? { data } : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** The indent of the next line that says something, which becomes the current one; -1 at the end. */
function indentNext(cursor: Cursor): number {
  for (; cursor.at < cursor.lines.length; cursor.at++) {
    const indent = indentOf(current(cursor));
    const sign = current(cursor)[indent];
    if (sign !== undefined && sign !== "#") return indent;
  }
  return -1;
}

function current({ lines, at }: Cursor): string {
  return lines[at] ?? "";
}

function indentOf(line: string): number {
  return line.search(/[^ ]|$/);
}

function isItem(line: string, indent: number): boolean {
  return line.startsWith("- ", indent);
}

function readMap(cursor: Cursor, indent: number): unknown {
  const map: Record<string, unknown> = {};
  while (indentNext(cursor) === indent && !isItem(current(cursor), indent)) {
    const line = current(cursor).slice(indent).trimEnd();
    const colon = line.indexOf(":");
    const key = plainKey(line.slice(0, Math.max(colon, 0)));
    const rest = line.slice(colon + 1);
    if (rest !== "" && !rest.startsWith(" ")) throw new NotPlain();
    cursor.at++;
    addField(map, key, readValue(cursor, rest.trim(), indent));
  }
  // A line further in belongs to nothing; neither does a map without fields.
  if (indentNext(cursor) > indent || Object.keys(map).length === 0) throw new NotPlain();
  return map;
}

function readValue(cursor: Cursor, text: string, indent: number): unknown {
  if (/^[>|]-?$/.test(text)) return readBlock(cursor, text, indent);
  if (text !== "") return plainValue(text);
  const inner = indentNext(cursor);
  if (inner < indent || (inner === indent && !isItem(current(cursor), inner))) return null;
  return isItem(current(cursor), inner) ? readList(cursor, inner) : readMap(cursor, inner);
}

function readList(cursor: Cursor, indent: number): unknown {
  const list: unknown[] = [];
  while (indentNext(cursor) === indent && isItem(current(cursor), indent)) {
    const line = current(cursor);
    const text = line.slice(indent + 1).trim();
    if (/^[A-Za-z0-9_]+:(?: |$)/.test(text)) {
      // Without its dash, the item is a map that begins where its first field does.
      cursor.lines[cursor.at] = `${line.slice(0, indent)} ${line.slice(indent + 1)}`;
      list.push(readMap(cursor, indentOf(current(cursor))));
    } else {
      cursor.at++;
      list.push(plainValue(text));
    }
  }
  if (indentNext(cursor) > indent) throw new NotPlain();
  return list;
}

/** Lines of text, of which each begins at the same place, and none is empty. */
function readBlock(cursor: Cursor, sign: string, outer: number): string {
  const indent = indentOf(current(cursor));
  const lines: string[] = [];
  for (; indentOf(current(cursor)) === indent && current(cursor) !== ""; cursor.at++) {
    lines.push(current(cursor).slice(indent));
  }
  const isOver = cursor.at >= cursor.lines.length;
  if (isOver || indent <= outer || lines.length === 0) throw new NotPlain();
  if (lines.some((line) => line.endsWith(" ")) || resumes(cursor, indent)) throw new NotPlain();
  return lines.join(sign.startsWith(">") ? " " : "\n") + (sign.endsWith("-") ? "" : "\n");
}

/** Whether the block goes on: further in, or after empty lines. */
function resumes({ lines, at }: Cursor, indent: number): boolean {
  let next = at;
  while (lines[next] === "") next++;
  return indentOf(lines[next] ?? "") >= indent;
}
