/** Thrown at anything that is not plain YAML, and caught in `plain-yaml.ts`. */
export class NotPlain extends Error {}

const simpleKey = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The name of a field; names that YAML takes for something else than text are not plain. */
export function plainKey(key: string): string {
  if (!simpleKey.test(key) || /^(?:null|true|false|__proto__)$/i.test(key)) throw new NotPlain();
  return key;
}

/** A value that fills the rest of a line. */
export function plainValue(text: string): unknown {
  if (/^[[{]/.test(text)) return plainFlow(text);
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(text);
  return quoted === null ? plainScalar(text) : (quoted[1] ?? quoted[2]);
}

/** `{ ar: …, en: … }` or `[…, …]`, without another inside it. */
function plainFlow(text: string): unknown {
  const inside = text.slice(1, -1).trim();
  if (!/^(?:\{.*\}|\[.*\])$/.test(text) || /[[\]{}]/.test(inside)) throw new NotPlain();
  const items = inside === "" ? [] : inside.split(",").map((item) => item.trim());
  if (text.startsWith("[")) return items.map(plainScalar);
  const map: Record<string, unknown> = {};
  for (const item of items) {
    const colon = item.indexOf(": ");
    addField(
      map,
      plainKey(item.slice(0, Math.max(colon, 0))),
      plainScalar(item.slice(colon + 2).trim()),
    );
  }
  return map;
}

export function addField(map: Record<string, unknown>, key: string, value: unknown): void {
  if (Object.hasOwn(map, key)) throw new NotPlain();
  map[key] = value;
}

/** A value without quotes, on one line. */
function plainScalar(text: string): unknown {
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  if (/^\d{4}-\d{2}(?:-\d{2})?$/.test(text)) return text;
  if (isUnclear(text)) throw new NotPlain();
  return text;
}

/** Whether YAML might take a text for a sign, a comment, a field, a number or nothing. */
function isUnclear(text: string): boolean {
  return (
    !/^[^\s\-?:,[\]{}#&*!|>'"%@`~.=<]/.test(text) ||
    /: | #|:$/.test(text) ||
    /^[+\d][\w.+-]*$/.test(text) ||
    /^(?:null|true|false)$/i.test(text)
  );
}
