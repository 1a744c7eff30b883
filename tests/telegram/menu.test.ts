import { beforeEach, describe, expect, it } from "vitest";
import type { Entry } from "../../src/simulator/record/happening.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { createClient, type Client } from "../../src/telegram/api/client.ts";
import { createMenuKeeper, type MenuKeeper, type MenuPlan } from "../../src/telegram/api/menu.ts";
import { hastyClock, type TestClock } from "./clock.ts";
import { token } from "./faults.ts";
import { testLog, type TestLog } from "./log.ts";

let telegram: Simulator;
let client: Client;
let clock: TestClock;
let log: TestLog;
let keeper: MenuKeeper;

beforeEach(async () => {
  telegram = await startSimulator({ token });
  client = createClient({ token, apiRoot: telegram.apiRoot });
  clock = hastyClock();
  log = testLog();
  keeper = createMenuKeeper(client, { log, sleep: clock.sleep });
  return async () => {
    await keeper.stop();
    await client.close();
    await telegram.close();
  };
});

function planOf(...names: readonly string[]): MenuPlan {
  return {
    menus: [
      {
        scope: "default",
        languageCode: "",
        commands: names.map((command) => ({ command, description: `about ${command}` })),
      },
      {
        scope: "all_private_chats",
        languageCode: "ar",
        commands: names.map((command) => ({ command, description: `عن ${command}` })),
      },
    ],
    descriptions: [
      { languageCode: "", description: "Figures and who said them", shortDescription: "Figures" },
      { languageCode: "ar", description: "أرقام ومن قالها", shortDescription: "أرقام" },
    ],
  };
}

/** Follows a plan until Telegram has all of it, and gives the calls that changed something. */
async function follow(plan: MenuPlan): Promise<readonly string[]> {
  const before = telegram.record.size();
  keeper.follow(plan);
  await keeper.done();
  return telegram.record
    .entries(before)
    .map(methodOf)
    .filter((name) => /^(set|delete)/.test(name));
}

function methodOf(entry: Entry): string {
  return "method" in entry ? entry.method : entry.type;
}

async function commandsOf(
  scope: "default" | "all_private_chats",
  language_code: string,
): Promise<unknown> {
  return client.call("getMyCommands", { scope: { type: scope }, language_code });
}

describe("the menu", () => {
  it("is what the plan says, for each scope and language", async () => {
    await follow(planOf("ghouta", "last"));
    expect(await commandsOf("default", "")).toMatchObject({
      result: [
        { command: "ghouta", description: "about ghouta" },
        { command: "last", description: "about last" },
      ],
    });
    expect(await commandsOf("all_private_chats", "ar")).toMatchObject({
      result: [{ description: "عن ghouta" }, { description: "عن last" }],
    });
    expect(await client.call("getMyDescription", { language_code: "ar" })).toMatchObject({
      result: { description: "أرقام ومن قالها" },
    });
    expect(await client.call("getMyShortDescription", { language_code: "" })).toMatchObject({
      result: { short_description: "Figures" },
    });
  });

  it("is only told to Telegram where it is different there", async () => {
    expect(await follow(planOf("ghouta"))).not.toEqual([]);
    expect(await follow(planOf("ghouta"))).toEqual([]);
    expect(await follow(planOf("ghouta", "strikes"))).toEqual(["setMyCommands", "setMyCommands"]);
  });

  it("is taken away where the plan has none", async () => {
    await follow(planOf("ghouta"));
    expect(await follow({ menus: [], descriptions: planOf().descriptions })).toEqual([
      "deleteMyCommands",
      "deleteMyCommands",
    ]);
    expect(await commandsOf("all_private_chats", "ar")).toMatchObject({ result: [] });
  });

  it("takes a description away that a language has no more", async () => {
    const [common, arabic] = planOf().descriptions;
    await follow({ menus: [], descriptions: [common, arabic].filter((one) => one !== undefined) });
    expect(await follow({ menus: [], descriptions: common === undefined ? [] : [common] })).toEqual(
      ["setMyDescription", "setMyShortDescription"],
    );
    expect(await client.call("getMyDescription", { language_code: "ar" })).toMatchObject({
      result: { description: common?.description },
    });
  });

  it("holds 100 commands at most", async () => {
    await follow(planOf(...Array.from({ length: 130 }, (_, index) => `topic_${index}`)));
    expect(await commandsOf("default", "")).toHaveProperty("result.length", 100);
    expect(log.lines).toEqual([]);
  });

  it("waits as long as Telegram asks, and tries again where there was no answer", async () => {
    const refusal = { code: 429, description: "Too Many Requests: retry after 11" };
    telegram.faults.add({
      method: "setMyCommands",
      nth: 1,
      do: { type: "refuse", ...refusal, parameters: { retry_after: 11 } },
    });
    telegram.faults.add({ method: "setMyCommands", nth: 2, do: { type: "truncate" } });
    await follow(planOf("ghouta"));
    expect(clock.waits[0]).toBe(11_000);
    expect(clock.waits).toHaveLength(2);
    expect(await commandsOf("default", "")).toHaveProperty("result.length", 1);
  });

  it("goes on with the rest where Telegram refuses a part", async () => {
    telegram.faults.add({
      method: "setMyCommands",
      times: 1,
      do: { type: "refuse", code: 400, description: "Bad Request: BOT_COMMAND_INVALID" },
    });
    await follow(planOf("ghouta"));
    expect(await commandsOf("default", "")).toMatchObject({ result: [] });
    expect(await commandsOf("all_private_chats", "ar")).toHaveProperty("result.length", 1);
    expect(log.lines).toMatchObject([{ level: "error" }]);
  });

  it("follows the newest plan, whatever became of the older one", async () => {
    telegram.faults.add({ method: "getMyCommands", times: 1, do: { type: "silent" } });
    keeper.follow(planOf("old"));
    await telegram.record.waitFor(({ type }) => type === "fault");
    expect(await follow(planOf("new"))).not.toContain("old");
    expect(await commandsOf("default", "")).toMatchObject({ result: [{ command: "new" }] });
  });

  it("never names the bot", async () => {
    expect(await follow(planOf("ghouta"))).not.toContain("setMyName");
  });
});
