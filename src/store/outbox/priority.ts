import { sql } from "kysely";

/**
 * What goes first. A later alert overtakes the edits of a correction, which may be many; digests
 * wait for both, because a figure that is shown and wrong does more harm than a digest that is late.
 */
export const priorities = { notice: 0, alert: 1, correction: 2, digest: 3 } as const;

/** True of every row: it lets the index of what is pending find the rows of one run. */
export const ofAnyPriority = sql<boolean>`outbox.priority in (0, 1, 2, 3)`;
