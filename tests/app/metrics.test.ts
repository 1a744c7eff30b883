import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { token } from "../simulator/harness.ts";
import { readExposition, type Samples } from "./exposition.ts";
import { openNewsroom, type Newsroom } from "./newsroom.ts";

vi.setConfig({ testTimeout: 60_000 });

async function scrape({ get }: Newsroom): Promise<Samples> {
  const response = await get("/metrics");
  expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const text = await response.text();
  expect(text).not.toContain(token.slice(12));
  return readExposition(text);
}

/** Waits until metrics have these values. */
async function shows(room: Newsroom, values: Readonly<Record<string, number>>): Promise<void> {
  await expect
    .poll(
      async () => {
        const samples = await scrape(room).catch(() => new Map<string, number>());
        return Object.fromEntries(Object.keys(values).map((key) => [key, samples.get(key)]));
      },
      { timeout: 15_000, interval: 50 },
    )
    .toEqual(values);
}

const handled = 'mujaz_updates_handled_total{end="done"}';

describe("the metrics of the bot", () => {
  it("are Prometheus's text, with those of the process, and have no token or words in them", async () => {
    const room = await openNewsroom();
    room.layla.say("/ghouta");
    await room.layla.sees("Ghouta");
    room.layla.say("a word that nobody else writes");
    room.layla.say("/nocommandatall");
    await shows(room, { [handled]: 3 });
    const samples = await scrape(room);
    expect([...samples.keys()].join("\n")).not.toMatch(/nobody|nocommand|501/);
    for (const name of ["process_cpu_seconds_total", "nodejs_eventloop_lag_seconds"]) {
      expect(samples.get(name)).toEqual(expect.any(Number));
    }
  });

  it("count what a person asks from its update to its answer", async () => {
    const room = await openNewsroom();
    room.layla.say("/ghouta");
    await room.layla.sees("Ghouta");
    room.layla.say("/help");
    room.layla.say("الغوطة");
    room.layla.press("English");
    await shows(room, {
      'mujaz_updates_total{way="polling",kind="message"}': 3,
      'mujaz_updates_total{way="polling",kind="callback_query"}': 1,
      [handled]: 4,
      mujaz_update_seconds_count: 4,
      'mujaz_answers_total{command="topic"}': 1,
      'mujaz_answers_total{command="help"}': 1,
      'mujaz_answers_total{command="words"}': 1,
      'mujaz_answers_total{command="press"}': 1,
      'mujaz_telegram_call_seconds_count{method="answerCallbackQuery"}': 1,
    });
    const samples = await scrape(room);
    const sent = samples.get('mujaz_sends_total{lane="answers",outcome="sent"}') ?? 0;
    expect(sent).toBeGreaterThanOrEqual(4);
    expect(samples.get("mujaz_limiter_wait_seconds_count")).toBe(sent);
    expect(samples.get('mujaz_http_request_seconds_count{route="metrics",status="200"}')).toEqual(
      expect.any(Number),
    );
  });

  it("count a 429 in its lane, and the wait that Telegram asked for", async () => {
    const room = await openNewsroom();
    room.telegram.faults.add({
      method: "sendMessage",
      chatId: room.layla.id,
      times: 1,
      do: {
        type: "refuse",
        code: 429,
        description: "Too Many Requests: retry after 1",
        parameters: { retry_after: 1 },
      },
    });
    room.layla.say("/help");
    await shows(room, {
      [handled]: 1,
      'mujaz_telegram_too_many_requests_total{lane="answers"}': 1,
      'mujaz_sends_total{lane="answers",outcome="later"}': 1,
      'mujaz_sends_total{lane="answers",outcome="sent"}': 1,
    });
    const { get } = room;
    expect(
      readExposition(await (await get("/metrics")).text()).get("mujaz_update_seconds_sum"),
    ).toBeGreaterThan(1);
  });

  it("show the edition, its problems, and the store and lease of who works", async () => {
    const room = await openNewsroom();
    await shows(room, {
      mujaz_store_up: 1,
      mujaz_lease_held: 1,
      mujaz_lease_epoch: 1,
      mujaz_broadcast_rate: 28,
      'mujaz_content_problems{level="error"}': 0,
      'mujaz_outbox_messages{state="pending"}': 0,
      'mujaz_inbox_updates{state="new"}': 0,
      'mujaz_corrections_pending{state="settling"}': 0,
    });
    const before = await scrape(room);
    const story = join(room.content, "ghouta/2018-02-07-air-strikes.yaml");
    const written = readFileSync(story, "utf8");
    writeFileSync(story, written.replace("count: 38", "count: many"));
    await shows(room, { 'mujaz_content_problems{level="error"}': 1 });
    writeFileSync(
      story,
      written.replaceAll("count: 38", "count: 41").replace("quote: 38", "quote: 41"),
    );
    await shows(room, {
      'mujaz_content_problems{level="error"}': 0,
      mujaz_edition_stories: before.get("mujaz_edition_stories") ?? 0,
    });
    await room.restart();
    await shows(room, { mujaz_lease_epoch: 2 });
    expect((await scrape(room)).get("mujaz_telegram_last_answer_seconds")).toBeLessThan(60);
  });

  it("count digests that are made late, and what is sent without being asked for", async () => {
    const room = await openNewsroom();
    room.layla.say("/subscribe");
    await room.layla.sees("08:00");
    const day = new Date(room.telegram.clock.now());
    const story = join(room.content, "ghouta/2018-02-07-air-strikes.yaml");
    const fresh = readFileSync(story, "utf8")
      .replace("id: ghta0207", "id: ghtafresh")
      .replace(/^date: .*$/m, `date: ${day.toISOString().slice(0, 10)}`);
    writeFileSync(join(room.content, "ghouta/fresh.yaml"), `${fresh}\npush: true\n`);
    const before = (await scrape(room)).get("mujaz_edition_stories") ?? 0;
    await shows(room, { mujaz_edition_stories: before + 1 });
    day.setUTCDate(day.getUTCDate() + 1);
    room.telegram.clock.set(day.setUTCHours(5, 30));
    await shows(room, {
      'mujaz_digest_runs_total{timing="late"}': 1,
      'mujaz_sends_total{lane="delivery",outcome="sent"}': 1,
      mujaz_schedules_due: 0,
    });
    expect((await scrape(room)).get('mujaz_digest_runs_total{timing="on_time"}')).toBe(undefined);
  });
});

describe("the reader of the format", () => {
  const family = "# HELP a b\n# TYPE a counter\n";

  it.each([
    ["a sample without a family", "not of a family", "a 1\n"],
    ["a family twice", "a family twice", `${family}a 1\n${family}`],
    ["a sample twice", "a sample twice", `${family}a 1\na 1\n`],
    ["a label without quotes", "no sample", `${family}a{b=c} 1\n`],
    ["a value that is none", "no sample", `${family}a one\n`],
    ["no end of the last line", "does not end", `${family}a 1`],
    [
      "buckets that do not add up",
      "2 in buckets, count 1",
      '# HELP a b\n# TYPE a histogram\na_bucket{le="+Inf"} 2\na_sum 1\na_count 1\n',
    ],
  ])("refuses %s", (_, complaint, text) => {
    expect(() => readExposition(text)).toThrow(complaint);
  });
});
