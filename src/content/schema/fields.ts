import * as z from "zod";

// Every message in the schemas says what is expected, as it continues "expected …".

/**
 * A map with these fields and no others. The message of an unknown field is the list of the known
 * ones, from which `complaints.ts` suggests the nearest.
 */
export function fields<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? known : `a map of ${known}`),
  });
}

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, `one of ${values.join(", ")}`);
}

export function list<Item extends z.ZodType>(item: Item, most = 100) {
  return z
    .array(item, "a list, each item after a dash")
    .max(most, `at most ${most} items`)
    .default([]);
}

export function flag() {
  return z.boolean("true or false").default(false);
}

export function wholeNumber(from: 0 | 1 = 1) {
  const what = `a whole number from ${from}`;
  return z.int(what).min(from, what).max(largest, `at most ${largest}`);
}

const largest = 1_000_000_000;
