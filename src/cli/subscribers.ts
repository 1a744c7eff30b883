import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { readDatabaseUrl } from "../config.ts";
import { openDatabase } from "../store/database.ts";
import { importSubscribers } from "../store/subscriptions/import.ts";
import { visitSubscribers, type Subscribed } from "../store/subscriptions/subscribers.ts";
import type { Database } from "../store/tables.ts";
import { linesOf } from "./lines.ts";
import { readLine, writeLine } from "./subscriber-line.ts";
import { UsageError, UserError, type Invocation, type Verb } from "./verb.ts";

const usage =
  "expected subscribers export FILE, or import FILE [--skip-bad]; - for standard output or input";

/** `mujaz subscribers export FILE` and `import FILE [--skip-bad]`: all places as JSON lines. */
export const subscribers: Verb = async (invocation) => {
  const { args, env } = invocation;
  const skipBad = args.includes("--skip-bad");
  const [verb, file, ...more] = args.filter((arg) => arg !== "--skip-bad");
  const isKnown = verb === "import" || (verb === "export" && !skipBad);
  if (!isKnown || file === undefined || more.length > 0) throw new UsageError(usage);
  const db = await openDatabase(readDatabaseUrl(env));
  try {
    return verb === "export"
      ? await exportTo(db, file, invocation)
      : await importFrom(db, file, skipBad, invocation);
  } finally {
    await db.destroy();
  }
};

async function exportTo(db: Database, file: string, { print }: Invocation): Promise<number> {
  if (file === "-") {
    await visitSubscribers(db, (page) => {
      print(page.map(writeLine).join("\n"));
      return Promise.resolve();
    });
    return 0;
  }
  let count = 0;
  await replaceFile(file, async (write) => {
    await visitSubscribers(db, async (page) => {
      count += page.length;
      await write(page.map((place) => `${writeLine(place)}\n`).join(""));
    });
  });
  print(`${file}: ${count} subscriptions written`);
  return 0;
}

/** Writes beside the file and puts it in place whole: nobody finds half of it. */
async function replaceFile(
  file: string,
  fill: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await fill(async (text) => {
        await handle.writeFile(text);
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw fileError(file, error);
  }
}

/** Places that are taken into the store together. */
const batchSize = 500;

async function importFrom(
  db: Database,
  file: string,
  skipBad: boolean,
  { input, print, clock }: Invocation,
): Promise<number> {
  const now = clock();
  const trx = await db.startTransaction().execute();
  const counts = { good: 0, bad: 0 };
  let batch: Subscribed[] = [];
  async function flush(): Promise<void> {
    if (batch.length > 0) await importSubscribers(trx, batch, now);
    batch = [];
  }
  try {
    for await (const place of placesIn(file === "-" ? input : createReadStream(file), report)) {
      counts.good += 1;
      if (counts.bad > 0 && !skipBad) continue;
      batch.push(place);
      if (batch.length >= batchSize) await flush();
    }
    if (counts.bad === 0 || skipBad) await flush();
  } catch (error) {
    await trx.rollback().execute();
    throw fileError(file, error);
  }
  function report(line: number, problems: readonly string[]): void {
    counts.bad += 1;
    for (const problem of problems) print(`line ${line}: ${problem}`);
  }
  if (counts.bad > 0 && !skipBad) {
    await trx.rollback().execute();
    print(`${file}: nothing imported; ${counts.bad} bad lines (--skip-bad leaves them out)`);
    return 1;
  }
  await trx.commit().execute();
  print(`${file}: ${counts.good} subscriptions imported, ${counts.bad} bad lines left out`);
  return 0;
}

async function* placesIn(
  chunks: AsyncIterable<Uint8Array>,
  report: (line: number, problems: readonly string[]) => void,
): AsyncGenerator<Subscribed> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (read.type === "place") yield read.place;
    else report(number, read.problems);
  }
}

/** What the system says of a file is the person's to mend; anything else is ours. */
function fileError(file: string, error: unknown): unknown {
  const isSystem = error instanceof Error && "syscall" in error;
  return isSystem ? new UserError(`${file}: ${error.message}`) : error;
}
