import { existsSync } from "node:fs";
import { Kysely, type Dialect, type Logger } from "kysely";
import { migrate, versionOf } from "./migrate.ts";
import { movingFrom } from "./move/mark.ts";
import { postgresDialect } from "./postgres/dialect.ts";
import { openPool, postgresReason, shownUrl } from "./postgres/open.ts";
import { isDamaged, openFile, openUnchanged, sqliteDialect, sqliteReason } from "./sqlite/open.ts";
import type { Database, Tables } from "./tables.ts";
import { isCrossed } from "./transaction.ts";

/** What is the matter with a store that cannot be used. */
export type Trouble =
  | "earlier version"
  | "later version"
  | "not whole"
  | "damaged"
  | "out of reach";

/** The store cannot be used; the message names the address and the reason, and nothing else. */
export class StoreError extends Error {
  readonly trouble: Trouble | undefined;

  constructor(message: string, trouble?: Trouble) {
    super(message);
    this.trouble = trouble;
  }
}

/**
 * Opens the store at `file:PATH` (`file::memory:` for one that lives as long as the process) or
 * `postgres://USER:PASSWORD@HOST:PORT/NAME` and brings its tables up to date.
 */
export async function openDatabase(url: string, heed?: Heed): Promise<Database> {
  return open(placeOf(url), "use", bringUp, heed);
}

async function bringUp(db: Database): Promise<void> {
  await migrate(db);
  await expectWhole(db);
}

/**
 * Opens a store that another is to be moved into, and makes it where nothing is: one that is there
 * is not brought up to date. `called` is what the person calls it.
 */
export async function openToMoveInto(url: string, called: string): Promise<Database> {
  return open(placeOf(url, called), "use", async (db) => {
    const version = await versionOf(db);
    if (version === "none") await migrate(db);
    else expectCurrent(version);
  });
}

/** Told of every statement that is over; of what went wrong, only where it is not done anew. */
export type Heed = (seconds: number, failed: boolean) => void;

/**
 * Opens a store to read in it, while a bot may use it: nothing is made, brought up to date or
 * written. Undefined where there is none.
 * @throws StoreError also for a store of another version
 */
export async function openToRead(url: string, called?: string): Promise<Database | undefined> {
  const place = placeOf(url, called);
  if (!place.mayBeThere()) return undefined;
  let isThere = true;
  const db = await open(place, "read", async (db) => {
    const version = await versionOf(db);
    isThere = version !== "none";
    expectCurrent(version);
    if (isThere) await expectWhole(db);
  });
  if (isThere) return db;
  await db.destroy();
  return undefined;
}

function expectCurrent(version: Awaited<ReturnType<typeof versionOf>>): void {
  if (version !== "later" && version !== "earlier") return;
  const writer = version === "later" ? "a later" : "an earlier";
  throw new StoreError(`it was written by ${writer} version of Mujaz`, `${version} version`);
}

/** Until it is whole, a store that is being moved is nobody's. */
async function expectWhole(db: Database): Promise<void> {
  const from = await movingFrom(db);
  if (from === undefined) return;
  const why = `${from} is being moved there, and is not there whole: run migrate-store again`;
  throw new StoreError(why, "not whole");
}

/** A store's address without its password, to be shown. @throws StoreError for no address */
export function shownAddress(url: string, called?: string): string {
  return placeOf(url, called).shown;
}

/** Where a store is, and how it is opened there. */
interface Place {
  /** What the person calls it: a variable or an argument. */
  readonly called: string;
  /** Its address without a password. */
  readonly shown: string;
  readonly dialect: (to: "use" | "read") => Dialect;
  readonly mayBeThere: () => boolean;
  readonly reason: (error: unknown) => string;
  readonly isDamage: (error: unknown) => boolean;
}

async function open(
  { called, shown, dialect, reason, isDamage }: Place,
  to: "use" | "read",
  prepare: (db: Database) => Promise<void>,
  heed?: Heed,
): Promise<Database> {
  let db: Database | undefined;
  try {
    db = new Kysely<Tables>({ dialect: dialect(to), ...(heed && { log: logTo(heed) }) });
    await prepare(db);
    return db;
  } catch (error) {
    await db?.destroy();
    const usual = isDamage(error) ? "damaged" : "out of reach";
    const trouble = error instanceof StoreError ? error.trouble : usual;
    throw new StoreError(`${called}: ${shown}: ${reason(error)}`, trouble);
  }
}

function logTo(heed: Heed): Logger {
  return (event) => {
    const failed = event.level === "error" && !isCrossed(event.error);
    heed(event.queryDurationMillis / 1000, failed);
  };
}

function placeOf(url: string, called = "DATABASE_URL"): Place {
  if (url.startsWith("file:")) return { called, ...fileAt(url) };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { called, ...serverAt(url) };
  throw new StoreError(`${called}: ${shownUrl(url)}: expected file:PATH or postgres://…`);
}

function fileAt(url: string): Omit<Place, "called"> {
  const path = url.slice("file:".length);
  return {
    shown: url,
    dialect: (to) => sqliteDialect(to === "use" ? openFile(path) : openUnchanged(path)),
    mayBeThere: () => existsSync(path),
    reason: sqliteReason,
    isDamage: isDamaged,
  };
}

function serverAt(url: string): Omit<Place, "called"> {
  return {
    shown: shownUrl(url),
    dialect: () => postgresDialect(openPool(url)),
    mayBeThere: () => true,
    reason: postgresReason,
    isDamage: () => false,
  };
}
