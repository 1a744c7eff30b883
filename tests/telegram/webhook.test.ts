import { beforeEach, describe, expect, it } from "vitest";
import { createServer, type Server } from "../../src/server/server.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { createClient, type Client } from "../../src/telegram/api/client.ts";
import { createReceiver, type Receiver } from "../../src/telegram/updates/receive.ts";
import { setWebhook } from "../../src/telegram/updates/webhook.ts";
import { hastyClock } from "./clock.ts";
import { token } from "./faults.ts";
import { testLog } from "./log.ts";

const secret = "s3cret-of_Telegram";
const path = "/hook/a1b2c3";
const { sleep, now } = hastyClock();
const log = testLog();
const { signal } = new AbortController();

let telegram: Simulator;
let client: Client;
let db: Database;
let server: Server;
let broken: boolean;
let stored: PromiseWithResolvers<void>;
let person: number;

beforeEach(async () => {
  telegram = await startSimulator({ token, webhook: { splitBody: true, backoffMs: 1 } });
  client = createClient({ token, apiRoot: telegram.apiRoot });
  db = await openDatabase("file::memory:");
  broken = false;
  stored = Promise.withResolvers();
  const receiver = createReceiver({ db, now, onStored: () => stored.resolve() });
  const accept: Receiver["accept"] = async (body) => {
    if (!broken) return receiver.accept(body);
    broken = false;
    throw new Error("disk full");
  };
  const webhook = { path, secret, accept };
  server = await createServer({
    host: "127.0.0.1",
    port: 0,
    log,
    health: () => undefined,
    webhook,
  });
  person = telegram.world.addPerson({ firstName: "ليلى", started: true });
  return async () => {
    await client.close();
    await telegram.close();
    await server.close();
    await db.destroy();
  };
});

function set(): Promise<unknown> {
  const webhook = { url: server.address + path, secret };
  return setWebhook(client, webhook, { log, sleep, signal });
}

async function bodies(): Promise<readonly unknown[]> {
  const rows = await db.selectFrom("inbox").select("body").execute();
  return rows.map(({ body }) => JSON.parse(body ?? "null").message.text);
}

describe("a webhook", () => {
  it("fault 31: brings updates into the inbox, split inside a letter as they may be", async () => {
    expect(await set()).toEqual({ type: "set" });
    telegram.world.say({ person, chat: person, text: "الغوطة الشرقية" });
    await stored.promise;
    expect(await bodies()).toEqual(["الغوطة الشرقية"]);
  });

  it("brings an update again that could not be stored", async () => {
    broken = true;
    await set();
    telegram.world.say({ person, chat: person, text: "مرة ثانية" });
    await stored.promise;
    expect(await bodies()).toEqual(["مرة ثانية"]);
  });

  it("ends with one clear line where Telegram refuses it", async () => {
    telegram.faults.add({
      method: "setWebhook",
      do: {
        type: "refuse",
        code: 400,
        description: "Bad Request: bad webhook: HTTPS url must be provided for webhook",
      },
    });
    expect(await set()).toEqual({
      type: "fatal",
      reason:
        "Telegram refused: 400 Bad Request: bad webhook: HTTPS url must be provided for webhook",
    });
  });
});
