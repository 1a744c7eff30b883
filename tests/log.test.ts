import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLog, createRedact } from "../src/log.ts";

const token = "123456789:AAF-test_token-that-is-35-letters-x";

function lines(level: "info" | "error" = "info"): {
  readonly all: () => readonly object[];
  readonly log: ReturnType<typeof createLog>;
} {
  const written: string[] = [];
  const log = createLog(level, { stream: { write: (line) => void written.push(line) } });
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

/** As text, where it can be one: a list of symbols cannot. */
function said(inner: unknown): string {
  try {
    return String(inner);
  } catch {
    return "nothing";
  }
}

/** Ways in which something may hold a text. */
const wrappings: readonly ((inner: unknown) => unknown)[] = [
  (inner) => [inner],
  (inner) => ({ inner }),
  (inner) => ({ [said(inner)]: 1 }),
  (inner) => new Map([[inner, inner]]),
  (inner) => new Set([inner]),
  (inner) => new Error(said(inner)),
  (inner) => new Error("outer", { cause: inner }),
  (inner) => new AggregateError([inner], "many"),
  (inner) => Object.assign(new Error("with more"), { response: { config: inner } }),
  (inner) => ({ toJSON: () => inner }),
  (inner) => ({ toString: () => said(inner) }),
  (inner) => Symbol(said(inner)),
  (inner) => `https://api.telegram.org/bot${said(inner)}/getMe`,
  (inner) => said(inner).replace(/^(\d+):/, "$1%3A"),
  (inner) => ({
    get inner(): unknown {
      throw new Error(said(inner));
    },
  }),
  (inner) => {
    const circle: Record<string, unknown> = { inner };
    circle["circle"] = circle;
    return circle;
  },
];

const secret = "Webhook_secret-of-32-characters_x";
const password = String.raw`pa"QQ\word/of@db`;
const address = "postgres://mujaz:other@pass-word@db.example.org:5432/mujaz";

describe("whatever is logged", () => {
  it("never holds a token, a password or a secret, at any depth, and is one line of JSON", () => {
    const held = fc.constantFrom(
      [token, "test_token"],
      [secret, "of-32"],
      [password, "QQ"],
      [address, "pass-word"],
      [`host=db password=pass-word user=x`, "pass-word"],
    );
    fc.assert(
      fc.property(
        held,
        fc.array(fc.nat(wrappings.length - 1), { maxLength: 7 }),
        fc.constantFrom("error", "err", "facts"),
        ([text = "", part], ways, name) => {
          const written: string[] = [];
          const stream = { write: (line: string) => void written.push(line) };
          const log = createLog("info", { stream, redact: createRedact([secret, password]) });
          const fact = ways.reduce<unknown>((inner, way) => wrappings[way]?.(inner), text);
          log.error({ [name]: fact }, `failed: ${text}`);
          expect(written).toHaveLength(1);
          expect(JSON.parse(written[0] ?? "")).toMatchObject({ level: "error" });
          expect(written[0]).not.toContain(part);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("says of an error what it is, why, and with what", () => {
    const { log, all } = lines();
    const cause = Object.assign(new TypeError("inner"), { code: "ECONNRESET" });
    log.error(
      { found: new Error("outer", { cause }), at: new Date(0), of: new Map([["a", 1n]]) },
      "x",
    );
    expect(all()).toMatchObject([
      {
        found: {
          name: "Error",
          message: "outer",
          cause: { name: "TypeError", message: "inner", code: "ECONNRESET" },
        },
        at: "1970-01-01T00:00:00.000Z",
        of: [["a", "1"]],
      },
    ]);
  });

  it("keeps what only looks like a password", () => {
    const { log, all } = lines();
    const facts = {
      url: "http://127.0.0.1:8080/x@y",
      at: "12:30@home",
      user: "postgres://mujaz@db/x",
    };
    log.info(facts, "x");
    expect(all()).toMatchObject([facts]);
  });
});
