/** Deeper than that, only that there was something. */
const deepest = 8;

/**
 * A value as JSON can say it: errors with their causes, maps as pairs, and nothing that throws or
 * goes round in circles.
 */
export function plain(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value === "bigint" || typeof value === "function" || typeof value === "symbol") {
    return String(value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value) || above.length >= deepest) return "…";
  const within = [...above, value];
  try {
    return plainObject(value, within);
  } catch {
    return "unreadable";
  }
}

function plainObject(value: object, within: readonly unknown[]): unknown {
  const each = (part: unknown): unknown => plain(part, within);
  if (value instanceof Error) return plainError(value, each);
  if (value instanceof Map || value instanceof Set) return Array.from(value, each);
  if (Array.isArray(value)) return value.map(each);
  if ("toJSON" in value && typeof value.toJSON === "function") return each(value.toJSON());
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, each(part)]));
}

/** Without its stack: whoever wants one says so. */
function plainError(error: Error, each: (part: unknown) => unknown): object {
  const { name, message, cause } = error;
  const more = Object.entries(error).map(([key, part]) => [key, each(part)]);
  return {
    name,
    message,
    ...Object.fromEntries(more),
    ...(cause !== undefined && { cause: each(cause) }),
    ...(error instanceof AggregateError && { errors: each(error.errors) }),
  };
}
