import { readDatabaseUrl } from "../config.ts";
import { openDatabase } from "../store/database.ts";
import { dropRows, retryRows, type Shelf, type Which } from "../store/outbox/list.ts";
import { pauseBulk, pauseRun, resumeBulk, resumeRun } from "../store/outbox/steering.ts";
import type { Database } from "../store/tables.ts";
import { showRows, showRuns } from "./outbox-lists.ts";
import { UsageError, UserError, type Invocation, type Verb } from "./verb.ts";

const usage = `outbox: expected one of
  list                  the runs that are under way or have something set aside
  list pending|unknown|dead
  retry ID… | run:RUN   sends again what is unknown or dead
  drop ID… | run:RUN    gives up what waits or is unknown
  pause [RUN]           holds back a run, or all digests, alerts and corrections
  resume [RUN]`;

type Work = (db: Database, words: readonly string[], invocation: Invocation) => Promise<void>;

const works: Readonly<Record<string, Work>> = {
  list: async (db, words, { print }) => {
    const [shelf] = words;
    if (shelf === undefined) return showRuns(db, print);
    if (words.length > 1 || !isShelf(shelf)) throw new UsageError(usage);
    await showRows(db, shelf, print);
  },
  retry: async (db, words, { clock, print }) => {
    const counts = await each(words, (which) => retryRows(db, which, clock()));
    print(
      `${counts} to be sent again; what has expired or comes with the next digest stays as it is`,
    );
  },
  drop: async (db, words, { print }) => {
    print(`${await each(words, (which) => dropRows(db, which))} given up`);
  },
  pause: async (db, words, { print }) => {
    const run = runOf(words);
    if (run === undefined) await pauseBulk(db);
    else known(await pauseRun(db, run, "paused by the operator"), run);
    print(
      run === undefined ? "all digests, alerts and corrections are paused" : `run ${run} is paused`,
    );
  },
  resume: async (db, words, { print }) => {
    const run = runOf(words);
    if (run === undefined) await resumeBulk(db);
    else known(await resumeRun(db, run), run);
    print(
      run === undefined
        ? "digests, alerts and corrections go on; runs that are paused by themselves stay so"
        : `run ${run} goes on`,
    );
  },
};

/** `mujaz outbox`: what waits, what became of it, and the operator's hand on it. */
export const outbox: Verb = async (invocation) => {
  const [name = "list", ...words] = invocation.args;
  const work = Object.hasOwn(works, name) ? works[name] : undefined;
  if (work === undefined) throw new UsageError(usage);
  const db = await openDatabase(readDatabaseUrl(invocation.env));
  try {
    await work(db, words, invocation);
  } finally {
    await db.destroy();
  }
  return 0;
};

function isShelf(word: string): word is Shelf {
  return ["pending", "unknown", "dead"].includes(word);
}

function numberOf(word: string): number {
  const number = /^[1-9]\d{0,14}$/.test(word) ? Number(word) : undefined;
  if (number === undefined) throw new UsageError(`${word}: expected a number\n${usage}`);
  return number;
}

function runOf(words: readonly string[]): number | undefined {
  const [word, ...more] = words;
  if (more.length > 0) throw new UsageError(usage);
  return word === undefined ? undefined : numberOf(word.replace(/^run:/, ""));
}

function known(found: boolean, run: number): void {
  if (!found) throw new UserError(`${run}: there is no such run`);
}

/** All words are read before anything is done. */
async function each(
  words: readonly string[],
  act: (which: Which) => Promise<number>,
): Promise<number> {
  if (words.length === 0) throw new UsageError(usage);
  const all = words.map((word): Which =>
    word.startsWith("run:") ? { run: numberOf(word.slice(4)) } : { row: numberOf(word) },
  );
  let count = 0;
  for (const which of all) count += await act(which);
  return count;
}
