import { sql, type Kysely } from "kysely";
import type { Standing } from "../../domain/edition.ts";
import type { RevisionTable } from "../tables/revisions.ts";
import type { Tables } from "../tables.ts";

/** A change of which readers are told. */
const isMaterial = sql<boolean>`weight in ('update', 'correction', 'withdrawal')`;

/** Where each story stands among its revisions. */
export async function readStandings(trx: Kysely<Tables>): Promise<ReadonlyMap<string, Standing>> {
  const latest = await trx
    .selectFrom("revisions")
    .select((select) => ["story_id", select.fn.max("number").as("revision")])
    .groupBy("story_id")
    .execute();
  const changes = await readChanges(trx);
  return new Map(
    latest.map(({ story_id: id, revision }): [string, Standing] => {
      const all = changes.get(id) ?? [];
      const changed = all.at(-1);
      const corrected = all.findLast(({ weight }) => weight === "correction")?.at;
      return [
        id,
        { revision, ...(changed && { changed }), ...(corrected !== undefined && { corrected }) },
      ];
    }),
  );
}

type Changed = NonNullable<Standing["changed"]>;

/** The material changes of each story, the latest last. */
async function readChanges(trx: Kysely<Tables>): Promise<ReadonlyMap<string, readonly Changed[]>> {
  const rows = await trx
    .selectFrom("revisions")
    .select(["story_id", "weight", "changed_on"])
    .where(isMaterial)
    .orderBy("number")
    .execute();
  const changes = Map.groupBy(rows, ({ story_id }) => story_id);
  return new Map([...changes].map(([id, rows]) => [id, rows.flatMap(changedIn)]));
}

function changedIn({
  weight,
  changed_on: at,
}: Pick<RevisionTable, "weight" | "changed_on">): readonly Changed[] {
  const isTold = weight === "update" || weight === "correction" || weight === "withdrawal";
  return isTold && at !== null ? [{ weight, at }] : [];
}
