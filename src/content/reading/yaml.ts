import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLError,
} from "yaml";
import { readPlainYaml } from "./plain-yaml.ts";
import { shown, type Complaint, type Path } from "../problem.ts";

/** YAML 1.2 as plain data; `data` is undefined where there are complaints. */
interface Yaml {
  readonly data: unknown;
  readonly complaints: readonly Complaint[];
}

/** How often aliases may repeat what they stand for: real files have none, a bomb has millions. */
const mostAliases = 100;

const options = {
  version: "1.2",
  schema: "core",
  uniqueKeys: true,
  prettyErrors: false,
  logLevel: "error",
} as const;

/** Reads one YAML document. Never throws. */
export function readYaml(text: string): Yaml {
  const plain = readPlainYaml(text);
  return plain === undefined ? readAnyYaml(text) : { data: plain.data, complaints: [] };
}

function readAnyYaml(text: string): Yaml {
  try {
    const document = parseDocument(text, options);
    const wrong = telling([...document.errors, ...document.warnings]);
    if (wrong.length > 0) {
      return { data: undefined, complaints: wrong.map((error) => syntaxComplaint(error, text)) };
    }
    return { data: document.toJS({ maxAliasCount: mostAliases }), complaints: [] };
  } catch (error) {
    // Unknown anchors, alias bombs, and nesting deeper than the stack.
    const reason = error instanceof Error ? firstLine(error.message) : String(error);
    return { data: undefined, complaints: [{ path: [], text: `not valid YAML: ${reason}` }] };
  }
}

/** After an error of syntax, most others are its consequences. */
function telling(errors: readonly YAMLError[]): readonly YAMLError[] {
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return first === undefined ? errors.slice(0, 20) : [first];
}

function syntaxComplaint(error: YAMLError, text: string): Complaint {
  const offset = error.pos[0];
  if (error.code !== "DUPLICATE_KEY") {
    return { path: [], text: `not valid YAML: ${firstLine(error.message)}`, offset };
  }
  const key = text.slice(offset, offset + 80).match(/^["']?([^\s"':,}]+)/)?.[1];
  return { path: [], text: `${shown(key)}: given twice: expected each field once`, offset };
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where in a text its fields are, or the words in them that a complaint is about; of a missing
 * field, where the map that lacks it is.
 */
export function locator(text: string): (complaint: Complaint) => Position {
  const lineCounter = new LineCounter();
  const document = parsed(text, lineCounter);
  return (complaint) => {
    const field = complaint.offset ?? offsetOf(document, complaint.path);
    const { line, col } = lineCounter.linePos(offsetOfWords(text, complaint, field) ?? field);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

/** Words may be parted by the end of a line. */
function offsetOfWords(
  text: string,
  { words, earlier = 0 }: Complaint,
  from: number,
): number | undefined {
  if (words === undefined) return undefined;
  const parts = words.split(/\s+/u).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const found = text.slice(from).matchAll(new RegExp(parts.join("\\s+"), "gu"));
  const match = [...found][earlier];
  return match === undefined ? undefined : from + match.index;
}

function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { ...options, lineCounter });
  } catch {
    return undefined;
  }
}

function offsetOf(document: Document.Parsed | undefined, path: Path): number {
  let node: unknown = document?.contents;
  let offset = startOf(node);
  for (const part of path) {
    const next = stepInto(node, part);
    if (next === undefined) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function stepInto(
  node: unknown,
  part: string | number,
): { readonly node: unknown; readonly offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
