import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { beforeEach, describe, expect, it } from "vitest";
import { isDeadOn, keepLease, type LeaseKeeper } from "../../src/delivery/lease.ts";
import { openDatabase } from "../../src/store/database.ts";
import { isHeld, releaseLease, renewLease, takeLease, type Lease } from "../../src/store/lease.ts";
import type { Database } from "../../src/store/tables.ts";
import { patientClock } from "../telegram/clock.ts";
import { testLog } from "../telegram/log.ts";
import { freshUrl, onPostgres } from "../postgres/fresh.ts";

const now = new Date("2026-11-22T07:00:00Z");

function after(ms: number): Date {
  return new Date(now.getTime() + ms);
}

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

function claim(holder: string, until = after(15_000), isDead = () => false) {
  return { name: "engine", holder, until, isDead };
}

describe("a lease", () => {
  it("has one holder at a time, whoever comes at the same moment", async () => {
    const taken = await Promise.all([
      takeLease(one, claim("a:1"), now),
      takeLease(other, claim("b:2"), now).catch(() => undefined),
    ]);
    expect(taken.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it("row 34: is somebody else's once it has expired, and the old holder's no more", async () => {
    const old = await takeLease(one, claim("a:1"), now);
    expect(await takeLease(other, claim("b:2"), after(14_999))).toBeUndefined();
    const next = await takeLease(other, claim("b:2", after(30_000)), after(15_000));
    expect(next).toEqual({ name: "engine", epoch: 2 });
    expect(old && (await isHeld(one, old))).toBe(false);
    expect(old && (await renewLease(one, old, after(60_000)))).toBe(false);
    if (old !== undefined) await releaseLease(one, old);
    expect(next && (await isHeld(other, next))).toBe(true);
  });

  it("is taken at once where its holder is dead, has let go, or is ourselves", async () => {
    await takeLease(one, claim("a:1"), now);
    expect(await takeLease(one, claim("a:1"), now)).toMatchObject({ epoch: 2 });
    const succeeded = await takeLease(
      other,
      claim("a:2", after(15_000), () => true),
      now,
    );
    expect(succeeded).toMatchObject({ epoch: 3 });
    if (succeeded !== undefined) await releaseLease(other, succeeded);
    expect(await takeLease(one, claim("b:9"), now)).toMatchObject({ epoch: 4 });
  });

  it("knows a process of this host that has ended, and nothing of other hosts", () => {
    const isDead = isDeadOn(hostname());
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    expect(isDead(`${hostname()}:${pid}`)).toBe(true);
    expect(isDead(`${hostname()}:${process.pid}`)).toBe(false);
    expect(isDead(`elsewhere:${pid}`)).toBe(false);
    expect(isDead("nonsense")).toBe(false);
  });
});

/** Lets what is under way come to its next wait. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

// Its steps are counted in turns of the event loop, which say nothing about a server.
describe.skipIf(onPostgres())("the keeper of a lease", () => {
  const clock = patientClock();

  function keep(db: Database, holder: string, onTaken?: (lease: Lease) => void): LeaseKeeper {
    const keeper = keepLease({
      db,
      name: "engine",
      holder,
      now: clock.now,
      sleep: clock.sleep,
      log: testLog(),
      isDead: () => false,
      ...(onTaken !== undefined && { onTaken }),
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

  it("does not believe in a lease that it could not renew in time", async () => {
    const keeper = keep(one, "a:1");
    await settle();
    await one.schema.alterTable("lease").renameTo("away").execute();
    for (let step = 0; step < 4; step += 1) {
      clock.advance(5000);
      await settle();
    }
    expect(keeper.current()).toBeUndefined();
    await one.schema.alterTable("away").renameTo("lease").execute();
    clock.advance(5000);
    await settle();
    expect(keeper.current()).toMatchObject({ epoch: 1 });
  });

  it("has it again at once after a jump of the clock, and says so", async () => {
    const taken: number[] = [];
    const keeper = keep(one, "a:1", ({ epoch }) => taken.push(epoch));
    await settle();
    clock.jump(3_600_000);
    expect(keeper.current()).toBeUndefined();
    keeper.look();
    await settle();
    expect(keeper.current()).toMatchObject({ epoch: 1 });
    expect(taken).toEqual([1, 1]);
  });

  it("row 33: lets go when it stops, so that the next need not wait", async () => {
    const keeper = keep(one, "a:1");
    await settle();
    await keeper.stop();
    expect(await takeLease(other, claim("b:2", after(99_000)), clock.now())).toBeDefined();
  });
});
