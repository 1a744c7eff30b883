import { sql } from "kysely";

// The conditions of the partial indices of the outbox. They stand in a query as they do in the
// index, without parameters, or SQLite walks over everything that was ever sent.

export const isPending = sql<boolean>`outbox.state = 'pending'`;

export const isRetry = sql<boolean>`outbox.state = 'retry'`;

export const isOpen = sql<boolean>`outbox.state in ('pending', 'retry', 'sending')`;

/** Among them the rows that are being sent. */
export const isSetAside = sql<boolean>`outbox.state in ('sending', 'unknown', 'dead')`;

export const isSending = sql<boolean>`(${isSetAside} and outbox.state = 'sending')`;

export const isUnknown = sql<boolean>`(${isSetAside} and outbox.state = 'unknown')`;

export const isDead = sql<boolean>`(${isSetAside} and outbox.state = 'dead')`;

/** One that is being sent ends by itself. */
export const isCancellable = sql<boolean>`(${isOpen} and outbox.state != 'sending')`;

/** Why rows are dead whose message nobody is to get, and how its variant begins from then on. */
export const withdrawn = "withdrawn";
