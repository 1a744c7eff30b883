/** A yes or no, as both SQLite and PostgreSQL keep it. */
export type Flag = 0 | 1;
