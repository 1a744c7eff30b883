import SQLite from "better-sqlite3";
import { beforeEach, describe, expect, it } from "vitest";
import { keepLease, type LeaseKeeper, type Term } from "../../src/delivery/lease.ts";
import { openDatabase } from "../../src/store/database.ts";
import {
  isHeld,
  LeaseLost,
  releaseLease,
  renewLease,
  takeLease,
  underLease,
} from "../../src/store/lease.ts";
import { readMark, setMark } from "../../src/store/marks.ts";
import { inTransaction } from "../../src/store/transaction.ts";
import type { Database } from "../../src/store/tables.ts";
import { patientClock } from "../telegram/clock.ts";
import { testLog } from "../telegram/log.ts";
import { fileUrl, freshUrl, onPostgres } from "../postgres/fresh.ts";

/** Two processes on one file. */
let one: Database;
let other: Database;
const keepers: LeaseKeeper[] = [];
beforeEach(async () => {
  const url = await freshUrl();
  one = await openDatabase(url);
  other = await openDatabase(url);
  return async () => {
    await Promise.all(keepers.splice(0).map((keeper) => keeper.stop()));
    await one.destroy();
    await other.destroy();
  };
});

function claim(holder: string, isDead = () => false) {
  return { name: "engine", holder, lifetime: 15_000, isDead };
}

/** As if so many milliseconds had gone by for the database. */
async function pass(ms: number): Promise<void> {
  await one
    .updateTable("lease")
    .set((set) => ({ expires_at: set("expires_at", "-", ms) }))
    .execute();
}

describe("a lease", () => {
  it("has one holder at a time, whoever comes at the same moment", async () => {
    const taken = await Promise.all([
      takeLease(one, claim("a:1")),
      takeLease(other, claim("b:2")).catch(() => undefined),
    ]);
    expect(taken.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it("row 34: is somebody else's once it has expired, and the old holder's no more", async () => {
    const old = await takeLease(one, claim("a:1"));
    await pass(10_000);
    expect(await takeLease(other, claim("b:2"))).toBeUndefined();
    await pass(5000);
    const next = await takeLease(other, claim("b:2"));
    expect(next).toEqual({ name: "engine", epoch: 2 });
    expect(old && (await isHeld(one, old))).toBe(false);
    expect(old && (await renewLease(one, old, 60_000))).toBe(false);
    if (old !== undefined) await releaseLease(one, old);
    expect(next && (await isHeld(other, next))).toBe(true);
    expect(await takeLease(one, claim("a:1"))).toBeUndefined();
  });

  it("is not taken from one that has changed hands since it was looked at", async () => {
    const path = fileUrl().slice("file:".length);
    const db = await openDatabase(`file:${path}`);
    await takeLease(db, claim("a:1"));
    const quicker = new SQLite(path);
    const late = claim("c:3", () => {
      quicker.exec("update lease set epoch = epoch + 1, holder = 'b:2'");
      return true;
    });
    expect(await takeLease(db, late)).toBeUndefined();
    expect(await db.selectFrom("lease").select(["holder", "epoch"]).execute()).toEqual([
      { holder: "b:2", epoch: 2 },
    ]);
    quicker.close();
    await db.destroy();
  });

  it("is renewed from the moment of the database on", async () => {
    const lease = await takeLease(one, claim("a:1"));
    await pass(14_000);
    expect(lease && (await renewLease(one, lease, 15_000))).toBe(true);
    await pass(14_000);
    expect(await takeLease(other, claim("b:2"))).toBeUndefined();
    await pass(1000);
    expect(await takeLease(other, claim("b:2"))).toMatchObject({ epoch: 2 });
  });

  it("row 35: lets nothing be changed under it by one who has lost it", async () => {
    const old = await takeLease(one, claim("a:1"));
    const ours = underLease(one, () => old);
    await inTransaction(ours, (trx) => setMark(trx, "a", "1"));
    await takeLease(
      other,
      claim("b:2", () => true),
    );
    const late = inTransaction(ours, (trx) => setMark(trx, "a", "2"));
    await expect(late).rejects.toThrow(LeaseLost);
    expect(await readMark(other, "a")).toBe("1");
  });

  it("is taken at once where its holder is dead or has let go", async () => {
    await takeLease(one, claim("a:1"));
    const succeeded = await takeLease(
      other,
      claim("a:2", () => true),
    );
    expect(succeeded).toMatchObject({ epoch: 2 });
    if (succeeded !== undefined) await releaseLease(other, succeeded);
    expect(await takeLease(one, claim("b:9"))).toMatchObject({ epoch: 3 });
  });
});

/** Lets what is under way come to its next wait. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

// Its steps are counted in turns of the event loop, which say nothing about a server.
describe.skipIf(onPostgres())("the keeper of a lease", () => {
  const clock = patientClock();

  function keep(db: Database, holder: string, onTerm?: (term: Term) => void): LeaseKeeper {
    const keeper = keepLease({
      db,
      name: "engine",
      holder,
      elapsed: clock.elapsed,
      sleep: clock.sleep,
      log: testLog(),
      isDead: () => false,
      ...(onTerm !== undefined && { onTerm }),
    });
    keepers.push(keeper);
    return keeper;
  }

  it("fault 24, row 35: one that was frozen is no holder when it wakes up", async () => {
    const frozen = keep(one, "a:1");
    await settle();
    expect(frozen.current()).toMatchObject({ epoch: 1 });
    // Time goes on without it: nothing of it runs before it is asked.
    clock.advance(0);
    await one.updateTable("lease").set({ expires_at: 0 }).execute();
    const next = keep(other, "b:2");
    await settle();
    expect(next.current()).toMatchObject({ epoch: 2 });
    clock.advance(5000);
    await settle();
    expect(frozen.current()).toBeUndefined();
    expect(next.current()).toMatchObject({ epoch: 2 });
  });

  it("does not believe in a lease that it could not renew in time, and has it again after", async () => {
    const terms: Term[] = [];
    const keeper = keep(one, "a:1", (term) => terms.push(term));
    await settle();
    await one.schema.alterTable("lease").renameTo("away").execute();
    clock.advance(14_999);
    await settle();
    expect(keeper.current()).toMatchObject({ epoch: 1 });
    expect(terms[0]?.signal.aborted).toBe(false);
    clock.advance(1);
    await settle();
    expect(terms[0]?.signal.aborted).toBe(true);
    expect(keeper.current()).toBeUndefined();
    await one.schema.alterTable("away").renameTo("lease").execute();
    clock.advance(5000);
    await settle();
    expect(keeper.current()).toMatchObject({ epoch: 1 });
    expect(terms.map(({ epoch }) => epoch)).toEqual([1, 1]);
  });

  it("holds whatever the clock of the machine is set to", async () => {
    const keeper = keep(one, "a:1");
    await settle();
    for (const jump of [3_600_000, -7_200_000]) {
      clock.jump(jump);
      clock.advance(5000);
      await settle();
      expect(keeper.current()).toMatchObject({ epoch: 1 });
    }
    expect(await takeLease(other, claim("b:2"))).toBeUndefined();
  });

  it("row 33: lets go when it stops, so that the next need not wait", async () => {
    const keeper = keep(one, "a:1");
    await settle();
    await keeper.stop();
    expect(await takeLease(other, claim("b:2"))).toBeDefined();
  });
});
