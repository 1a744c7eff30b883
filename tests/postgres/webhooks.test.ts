import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { freePort, startProcess, token, type BotProcess } from "../app/bot-process.ts";
import { freshUrl } from "./fresh.ts";
import { startProxy, type Proxy } from "./proxy.ts";

const patient = { timeout: 90_000 };
const readers = 40;
const words = ["zzqone", "zzqtwo", "zzqthree"];

interface Site extends AsyncDisposable {
  readonly telegram: Simulator;
  readonly people: readonly number[];
  readonly bots: readonly [leader: BotProcess, other: BotProcess];
  /** The content folder of each. */
  readonly folders: readonly string[];
  readonly balancer: Proxy;
}

/** Two replicas, each with a content folder of its own, behind a load balancer that takes webhooks. */
async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-site-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const telegram = await startSimulator({ token, webhook: { backoffMs: 50 } });
  const databaseUrl = await freshUrl();
  const ports = [await freePort(), await freePort()];
  const balancer = await startProxy(...ports);
  const folders = ["one", "two"].map((name) => join(folder, name));
  const start = async (index: number): Promise<BotProcess> => {
    const content = folders[index] ?? "";
    cpSync(fileURLToPath(new URL("../../content", import.meta.url)), content, { recursive: true });
    const bot = startProcess(["start"], {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: databaseUrl,
      CONTENT_DIR: content,
      PORT: String(ports[index]),
      WEBHOOK_URL: `http://127.0.0.1:${balancer.port}/hook-f81d4fae`,
      WEBHOOK_SECRET: "a-secret-of-the-tests-of-replicas",
    });
    await bot.wrote("the content is watched");
    return bot;
  };
  const bots = [await start(0), await start(1)] as const;
  const people = Array.from({ length: readers }, (_, index) =>
    telegram.world.addPerson({
      firstName: `Reader ${index}`,
      languageCode: "en",
      started: true,
    }),
  );
  return {
    telegram,
    people,
    bots,
    folders,
    balancer,
    async [Symbol.asyncDispose]() {
      for (const bot of bots) bot.kill("SIGKILL");
      await Promise.all(bots.map(({ ended }) => ended));
      await balancer[Symbol.asyncDispose]();
      await telegram.close();
    },
  };
}

/** Of what a person asked for, what was answered, in order. */
function answered({ telegram }: Site, person: number): readonly string[] {
  const texts = telegram.messages(person).filter(({ from }) => from.isBot);
  return texts.flatMap(({ text }) => words.filter((word) => text.includes(word)));
}

function askAll({ telegram, people }: Site): void {
  for (const word of words) {
    for (const person of people) {
      telegram.world.say({ person, chat: person, text: `/search ${word}` });
    }
  }
}

async function allAnswered(site: Site): Promise<void> {
  await vi.waitFor(
    () => {
      for (const person of site.people) expect(new Set(answered(site, person)).size).toBe(3);
    },
    { timeout: 60_000, interval: 100 },
  );
}

it(
  "two replicas answer everybody once, and in the order in which they asked",
  patient,
  async () => {
    await using site = await openSite();
    askAll(site);
    await allAnswered(site);
    for (const bot of site.bots) bot.kill("SIGTERM");
    expect(await Promise.all(site.bots.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(site.people.map((person) => answered(site, person))).toEqual(
      site.people.map(() => words),
    );
  },
);

it("what a replica that is killed had in hand is answered by the other", patient, async () => {
  await using site = await openSite();
  askAll(site);
  await site.telegram.record.waitFor(({ type }) => type === "sent");
  site.bots[0].kill("SIGKILL");
  await allAnswered(site);
  for (const person of site.people) {
    const inOrder = answered(site, person).filter((word, at, all) => word !== all[at - 1]);
    expect(inOrder).toEqual(words);
  }
});

/** The story of 38 civilians says 41. */
function save(folder = ""): void {
  const story = join(folder, "ghouta/2018-02-07-air-strikes.yaml");
  const text = readFileSync(story, "utf8");
  writeFileSync(story, text.replaceAll("38", "41"));
}

it("both replicas tell what the folder of the one that leads says", patient, async () => {
  await using site = await openSite();
  const [reader = 0] = site.people;
  const ask = async (): Promise<string> => {
    const afterSeq = site.telegram.record.size();
    site.telegram.world.say({ person: reader, chat: reader, text: "/ghouta" });
    const answer = await site.telegram.record.waitFor(
      (entry) => entry.type === "sent" && entry.chatId === reader,
      { afterSeq },
    );
    return answer.type === "sent" ? (answer.text ?? "") : "";
  };
  expect(await ask()).toContain("38 civilians killed");
  // Nobody is told what the folder of the other says.
  save(site.folders[1]);
  await site.bots[1].wrote('"a new edition"');
  expect(await ask()).toContain("38 civilians killed");
  save(site.folders[0]);
  await vi.waitFor(
    async () => {
      for (let turn = 0; turn < 4; turn += 1) {
        site.balancer.cut();
        expect(await ask()).toContain("41 civilians killed");
      }
    },
    { timeout: 20_000, interval: 200 },
  );
});
