import { sql } from "kysely";
import { expect, it } from "vitest";
import { openDatabase, openToRead } from "../../src/store/database.ts";
import { readMark, setMark } from "../../src/store/marks.ts";
import { inTransaction } from "../../src/store/transaction.ts";
import { emptyUrl, freshUrl } from "./fresh.ts";
import { startProxy, through } from "./proxy.ts";

it("two processes that start at once on an empty database migrate it once", async () => {
  const url = await emptyUrl();
  const open = () => openDatabase(url);
  const all = await Promise.all([open(), open(), open(), open()]);
  const { rows } = await inTransaction(all[0], (trx) =>
    sql<{ name: string }>`select name from kysely_migration`.execute(trx),
  );
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(0);
  for (const db of all) await db.destroy();
});

it("there is no store to read in an empty database, and none is made", async () => {
  const url = await emptyUrl();
  expect(await openToRead(url)).toBeUndefined();
  expect(await openToRead(url)).toBeUndefined();
});

it("a store of a later version is refused, and says so", async () => {
  const url = await freshUrl();
  const db = await openDatabase(url);
  await sql`insert into kysely_migration values ('999-future', '2030-01-01')`.execute(db);
  await db.destroy();
  await expect(openDatabase(url)).rejects.toThrow(/was written by a later version of Mujaz/);
  await expect(openToRead(url)).rejects.toThrow(/was written by a later version of Mujaz/);
});

it.each([
  [
    "a wrong password",
    (url: URL) => (url.password = "secret-x"),
    "refuses the user or the password",
  ],
  ["no database", (url: URL) => (url.pathname = "/nowhere"), "there is no such database"],
  ["no server", (url: URL) => (url.port = "1"), "no server answers there"],
  ["no such host", (url: URL) => (url.hostname = "nowhere.invalid"), "host"],
])("says in a line that there is %s, without the password", async (_what, spoil, reason) => {
  const url = new URL(await freshUrl());
  spoil(url);
  const error: unknown = await openDatabase(url.href).catch((thrown: unknown) => thrown);
  const message = error instanceof Error ? error.message : "";
  expect(message).toMatch(/^DATABASE_URL: postgres:\/\/postgres@[^\n]+$/);
  expect(message).toContain(reason);
  expect(message).not.toContain(url.password);
});

it("says in a line that the user may not make tables", async () => {
  const url = new URL(await emptyUrl());
  const name = `guest_${url.pathname.slice(-8)}`;
  const maker = await openDatabase(await freshUrl());
  await sql`create role ${sql.ref(name)} login password 'guest'`.execute(maker);
  await maker.destroy();
  Object.assign(url, { username: name, password: "guest" });
  await expect(openDatabase(url.href)).rejects.toThrow("the user may not make or change tables");
});

it("leaves nothing on a connection that outlives a transaction", async () => {
  await using db = await openDatabase(await freshUrl());
  const settings = () =>
    db.connection().execute(async (one) => {
      const { rows } = await sql<object>`select name, setting from pg_settings where name in
        ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_isolation')
        order by name`.execute(one);
      return rows;
    });
  const before = await settings();
  await inTransaction(db, (trx) => setMark(trx, "a", "1"));
  expect(await settings()).toEqual(before);
  const { rows } = await sql<object>`select * from pg_prepared_statements`.execute(db);
  expect(rows).toEqual([]);
  const { rows: locks } = await sql<object>`select * from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database
    where datname = current_database())`.execute(db);
  expect(locks).toEqual([]);
});

it("a connection that breaks in a transaction fails that, and the next one has another", async () => {
  const url = await freshUrl();
  await using proxy = await startProxy(Number(new URL(url).port));
  await using db = await openDatabase(through(proxy, url));
  const broken = inTransaction(db, async (trx) => {
    await setMark(trx, "a", "1");
    proxy.cut();
    // Another connection has gone to and fro: by then this one has heard of its end.
    await readMark(db, "a");
    await setMark(trx, "b", "1");
  });
  await expect(broken).rejects.toThrow(/connection|reset/i);
  await inTransaction(db, (trx) => setMark(trx, "c", "1"));
  const marks = await db.selectFrom("marks").select("name").execute();
  expect(marks).toEqual([{ name: "c" }]);
});
