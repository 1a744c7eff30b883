import type { Replica } from "../../src/store/replicas.ts";

/** A process that nobody shares its store with. */
export const alone: Replica = { name: "here 1 alone", isDead: () => false };
