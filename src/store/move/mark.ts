import type { Kysely } from "kysely";
import { readMark, removeMark, setMark } from "../marks.ts";
import type { Tables } from "../tables.ts";

/** The mark of a store that another is being moved into: no bot uses it before it is whole. */
export const movingMark = "moving_from";

/** The address, without its password, of the store that is being moved here. */
export function movingFrom(db: Kysely<Tables>): Promise<string | undefined> {
  return readMark(db, movingMark);
}

export function markMoving(db: Kysely<Tables>, from: string): Promise<void> {
  return setMark(db, movingMark, from);
}

export function markWhole(db: Kysely<Tables>): Promise<void> {
  return removeMark(db, movingMark);
}
