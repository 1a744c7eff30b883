/** Plain data as one text: the same for equal values, whatever the order of their fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value)) ?? "";
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
