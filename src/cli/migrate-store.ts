import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { nameReplica } from "../app/replicas/replica.ts";
import { openToMoveInto, openToRead, shownAddress } from "../store/database.ts";
import { leaseholders, leasesOf } from "../store/lease.ts";
import { moveStore, type Move } from "../store/move/move.ts";
import type { Database } from "../store/tables.ts";
import { explainMove, reportMove, type Ends } from "./move-report.ts";
import { UsageError, UserError, type Invocation, type Verb } from "./verb.ts";

const usage =
  "expected migrate-store FROM TO, each file:PATH or postgres://USER:PASSWORD@HOST:5432/NAME";

/** `mujaz migrate-store FROM TO`: a bot's store, whole and compared, in another place. */
export const migrateStore: Verb = async (invocation) => {
  const [from, to, ...more] = invocation.args.map(absolute);
  if (from === undefined || to === undefined || more.length > 0) throw new UsageError(usage);
  const ends = { from: shownAddress(from, "FROM"), to: shownAddress(to, "TO") };
  await using source = await openSource(from);
  await expectIdle(source, ends);
  await using target = await openToMoveInto(to, "TO");
  const move: Move = {
    from: source,
    to: target,
    name: ends.from,
    onCopied: progress(invocation.print),
    onPage: () => breather(invocation.stop),
    async confirm(view) {
      await using again = await openSource(from);
      await expectIdle(again, ends);
      if ((await leasesOf(again)) !== (await leasesOf(view))) throw new UserError(usedMeanwhile);
    },
  };
  const moved = await moveStore(move).catch((error: unknown) => {
    throw explainMove(error, ends);
  });
  return reportMove(moved, ends, invocation);
};

const usedMeanwhile =
  "FROM: a bot has been running on it meanwhile: empty TO, and begin anew with the bot stopped";

/** The same file has the same address wherever the verb is called. */
function absolute(url: string): string {
  return url.startsWith("file:") ? `file:${resolve(url.slice("file:".length))}` : url;
}

async function openSource(url: string): Promise<Database> {
  const db = await openToRead(url, "FROM");
  if (db === undefined) throw new UserError(`FROM: ${shownAddress(url)}: there is no store`);
  return db;
}

/** What a bot writes from now on would be lost. */
async function expectIdle(db: Database, { from }: Ends): Promise<void> {
  const { isDead } = nameReplica();
  const holder = (await leaseholders(db)).find((name) => !isDead(name));
  if (holder === undefined) return;
  throw new UserError(
    `FROM: ${from}: the bot is running on it (${holder}); stop it, or wait 15 seconds where it was killed`,
  );
}

/** Rows after which a large table is spoken of again. */
const step = 100_000;

function progress(print: Invocation["print"]): NonNullable<Move["onCopied"]> {
  let told = 0;
  return (table, rows, of) => {
    if (rows < of && rows - told < step) return;
    told = rows < of ? rows : 0;
    print(`${table}: ${rows} of ${of} rows`);
  };
}

/** A file never keeps us waiting, and signals are only heard by those who wait. */
async function breather(stop: AbortSignal): Promise<void> {
  await setImmediate();
  if (stop.aborted) throw new UserError("stopped; the same again goes on from here");
}
