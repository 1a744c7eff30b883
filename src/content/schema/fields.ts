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

export function wholeNumber() {
  return z.int(aWholeNumber).min(1, aWholeNumber).max(largest, `at most ${largest}`);
}

/** A 0 passes here, so that the figure's own check can say what to write instead. */
export function wholeNumberOrZero() {
  return z.int(aWholeNumber).min(0, aWholeNumber).max(largest, `at most ${largest}`);
}

const aWholeNumber = "a whole number from 1";

const largest = 1_000_000_000;
