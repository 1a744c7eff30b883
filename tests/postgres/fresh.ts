import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";

/** Whether this run is on PostgreSQL. */
export function onPostgres(): boolean {
  return inject("postgres") !== undefined;
}

/** An empty store for one who opens it once. */
export async function openFresh(): Promise<Database> {
  const server = inject("postgres");
  return openDatabase(server === undefined ? "file::memory:" : await copyTemplate(server));
}

/** The address of an empty store for one test, which may be opened twice. */
export async function freshUrl(): Promise<string> {
  const server = inject("postgres");
  return server === undefined ? fileUrl() : copyTemplate(server);
}

/** The address of a file that is not there yet. */
export function fileUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return `file:${join(folder, "mujaz.db")}`;
}

/** The address of a place in which nothing is at all. */
export async function emptyUrl(): Promise<string> {
  const server = inject("postgres");
  return server === undefined ? fileUrl() : createStore(server, "template0");
}

function copyTemplate(address: string): Promise<string> {
  return createStore(address, "template_mujaz");
}

async function createStore(address: string, template: string): Promise<string> {
  const name = `store_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: `${address}postgres` });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  return `${address}${name}`;
}
