import { sql, type Transaction } from "kysely";
import { newestFirst, type Edition, type Topic } from "../../domain/edition.ts";
import type { Newsroom } from "../../domain/newsroom.ts";
import type { Source } from "../../domain/source.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";
import { latestBodies } from "./latest.ts";
import { recordEdition, takeFingerprints } from "./revisions.ts";
import { readStandings } from "./standings.ts";

/** An edition as the store tells it to every replica. */
export interface Told {
  /** Grows with every edition, and whenever its stories stand elsewhere. */
  readonly number: number;
  readonly edition: Edition;
}

/** What is known of it without reading it. */
export interface ToldMark {
  readonly number: number;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: Date | undefined;
}

/** All of an edition but its stories, in JSON. */
interface Head {
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  readonly newsroom?: Newsroom;
  /** Their ids. */
  readonly stories: readonly string[];
}

/** Of the head and of the stories' bodies; grows when their types change. */
const format = 1;

/**
 * Records an edition, as `recordEdition` does, and makes it the one that every replica tells, in one
 * transaction.
 */
export async function tellEdition(
  db: Database,
  edition: Edition,
  cleanSince: Date | undefined,
  now: Date,
): Promise<Told> {
  await takeFingerprints(edition.stories.values());
  return inTransaction(db, async (trx) => {
    const standings = await recordEdition(trx, edition, now);
    const { topics, sources, stories, newsroom } = edition;
    const head: Head = {
      topics: [...topics.values()],
      sources: [...sources.values()],
      stories: [...stories.keys()],
      ...(newsroom && { newsroom }),
    };
    const row = {
      format,
      head: JSON.stringify(head),
      recorded_at: now.getTime(),
      clean_since: cleanSince?.getTime() ?? null,
    };
    const { number } = await trx
      .insertInto("edition")
      .values({ id: 1, number: 1, ...row })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({ ...row, number: sql<number>`edition.number + 1` }),
      )
      .returning("number")
      .executeTakeFirstOrThrow();
    return { number, edition: { ...edition, standings } };
  });
}

/** Its stories may stand elsewhere among their revisions. */
export async function restandEdition(db: Database, { edition }: Told): Promise<Told> {
  return inTransaction(db, async (trx) => {
    const { number } = await trx
      .updateTable("edition")
      .set((set) => ({ number: set("number", "+", 1) }))
      .returning("number")
      .executeTakeFirstOrThrow();
    return { number, edition: { ...edition, standings: await readStandings(trx) } };
  });
}

/** Keeps since when the content has no problems, or that it has some. */
export async function markClean(db: Database, cleanSince: Date | undefined): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable("edition")
      .set({ clean_since: cleanSince?.getTime() ?? null })
      .execute();
  });
}

/** Undefined where no edition was ever told. */
export async function readToldMark(db: Database): Promise<ToldMark | undefined> {
  const row = await db.selectFrom("edition").select(["number", "clean_since"]).executeTakeFirst();
  return (
    row && {
      number: row.number,
      cleanSince: row.clean_since === null ? undefined : new Date(row.clean_since),
    }
  );
}

/**
 * The edition that is told; stories that are as in a `known` one are the very same. Undefined where
 * there is none, or none that this program can read.
 */
export async function readToldEdition(
  db: Database,
  known: Edition | undefined,
): Promise<Told | undefined> {
  return inTransaction(db, async (trx) => {
    const row = await trx.selectFrom("edition").selectAll().executeTakeFirst();
    if (row === undefined || row.format !== format) return undefined;
    const { topics, sources, stories: ids, newsroom }: Head = JSON.parse(row.head);
    const standings = await readStandings(trx);
    const edition: Edition = {
      topics: byId(topics),
      sources: byId(sources),
      stories: await readStories(trx, ids, { standings, known }),
      standings,
      ...(newsroom && { newsroom }),
    };
    return { number: row.number, edition };
  });
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

interface Reading {
  readonly standings: NonNullable<Edition["standings"]>;
  readonly known: Edition | undefined;
}

async function readStories(
  trx: Transaction<Tables>,
  ids: readonly string[],
  { standings, known }: Reading,
): Promise<Edition["stories"]> {
  const isKnown = (id: string): boolean =>
    known?.standings?.get(id)?.revision === standings.get(id)?.revision;
  const wanted = ids.flatMap((id) => {
    const revision = standings.get(id)?.revision;
    return revision === undefined || isKnown(id) ? [] : [[id, { number: revision }] as const];
  });
  const read = await latestBodies(trx, wanted);
  const stories = ids.flatMap((id) => read.get(id) ?? known?.stories.get(id) ?? []);
  return byId(stories.toSorted(newestFirst));
}
