import { Client } from "pg";
import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { startProcess } from "../app/bot-process.ts";
import { fill, fullStore } from "../store/full-store.ts";
import { emptyUrl, fileUrl } from "./fresh.ts";

/** The server ends all other connections to the database. */
async function cut(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
}

it("a move whose connection is cut says so in a line, and goes on when it is called again", async () => {
  const [from, to] = [fileUrl(), await emptyUrl()];
  await using db = await openDatabase(from);
  await fill(db, fullStore(12_000));
  const verb = startProcess(["migrate-store", from, to]);
  await verb.wrote("chats: 12000");
  await cut(to);
  expect(await verb.ended).toBe(1);
  const last = verb.output().trimEnd().split("\n").at(-1);
  expect(last).toMatch(
    /^mujaz: file:.* to postgres:\/\/postgres@[^:]+:\d+\/\w+: .*; the same again/,
  );
  expect(verb.output()).not.toContain("password");
  const again = startProcess(["migrate-store", from, to]);
  expect([await again.ended, again.output()]).toEqual([0, expect.stringContaining("the same as")]);
});
