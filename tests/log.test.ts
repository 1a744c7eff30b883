import { describe, expect, it } from "vitest";
import { createLog } from "../src/log.ts";

const token = "123456789:AAF-test_token-that-is-35-letters-x";

function lines(level: "info" | "error" = "info"): {
  readonly all: () => readonly object[];
  readonly log: ReturnType<typeof createLog>;
} {
  const written: string[] = [];
  const log = createLog(level, { write: (line) => void written.push(line) });
  return { log, all: () => written.map((line) => JSON.parse(line)) };
}

describe("the log", () => {
  it("is a line of JSON for each happening, with its facts, level and time", () => {
    const { log, all } = lines();
    log.warn({ chat: 5, outcome: { type: "later", seconds: 7 } }, "a message was not delivered");
    expect(all()).toEqual([
      {
        level: "warn",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        chat: 5,
        outcome: { type: "later", seconds: 7 },
        msg: "a message was not delivered",
      },
    ]);
  });

  it("never has a token, wherever it comes from, and stays JSON", () => {
    const { log, all } = lines();
    const url = `https://api.telegram.org/bot${token}/sendMessage`;
    const error = new Error(`invalid json response body at ${url}`);
    log.error(
      { error: error.stack, err: error, url, [token]: "/bot", deep: { list: [token] } },
      `failed at ${url}`,
    );
    expect(JSON.stringify(all())).not.toContain("test_token");
    expect(all()).toMatchObject([{ url: "https://api.telegram.org/bot[token]/sendMessage" }]);
  });

  it("says no more than it was asked to", () => {
    const { log, all } = lines("error");
    log.info({}, "x");
    log.warn({}, "x");
    log.error({}, "y");
    expect(all()).toMatchObject([{ msg: "y" }]);
  });
});
