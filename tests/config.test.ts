import { describe, expect, it } from "vitest";
import { ConfigError } from "../src/config/variables.ts";
import { readConfig } from "../src/config.ts";
import { redact } from "../src/log.ts";

const token = "123456789:AAFfake_token-of-thirty-five-letters";

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
    return "accepted";
  } catch (error) {
    return error instanceof ConfigError ? error.message : "another error";
  }
}

describe("the config", () => {
  it.each(["postgres://u:p@h:5432/n", "postgresql://h/n"])("takes the store at %s", (url) => {
    const config = readConfig({ BOT_TOKEN: token, DATABASE_URL: url });
    expect(config.databaseUrl).toBe(url);
  });

  it.each(["mysql://u:hidden@h/n", "postgres://u:hidden@:x/n"])(
    "says which store it expects instead of %s, without its password",
    (url) => {
      const message = messageOf({ BOT_TOKEN: token, DATABASE_URL: url });
      expect(message).toContain("DATABASE_URL: ");
      expect(message).toContain("expected file:PATH or postgres://USER:PASSWORD@HOST:5432/NAME");
      expect(message).not.toContain("hidden");
    },
  );

  it("needs a token only", () => {
    expect(readConfig({ BOT_TOKEN: token })).toEqual({
      botToken: token,
      apiRoot: "https://api.telegram.org",
      databaseUrl: "file:data/mujaz.db",
      contentDir: "content",
      reception: { type: "polling" },
      host: "127.0.0.1",
      port: 8080,
      editorIds: [],
      requireApproval: false,
      delivery: {
        defaultZone: "Asia/Damascus",
        broadcastRate: 28,
        paidBroadcast: false,
        alertSettle: 60_000,
        correctionSettle: 120_000,
        confirmAbove: 1000,
        ledgerDays: 30,
      },
      logLevel: "info",
    });
  });

  it("names every bad variable in one error", () => {
    const text = messageOf({ PORT: "70000", EDITOR_IDS: "1, x", LOG_LEVEL: "loud" });
    expect(text.split("\n")).toEqual([
      "BOT_TOKEN: missing: expected the token that BotFather gave, such as 123456789:AAF…",
      'PORT: "70000": expected a port from 1 to 65535',
      'EDITOR_IDS: "1, x": expected Telegram user ids of people, with commas between, such as 1234567,7654321',
      'LOG_LEVEL: "loud": expected one of debug, info, warn, error, silent',
    ]);
  });

  it("never repeats a secret", () => {
    const text = messageOf({ BOT_TOKEN: "my-secret", WEBHOOK_SECRET: "short secret" });
    expect(text).not.toContain("my-secret");
    expect(text).not.toContain("short secret");
  });

  it("takes an empty variable for a missing one", () => {
    expect(readConfig({ BOT_TOKEN: token, PORT: "", WEBHOOK_URL: "" }).port).toBe(8080);
  });

  it("wants the webhook's address and secret together", () => {
    expect(messageOf({ BOT_TOKEN: token, WEBHOOK_URL: "https://x.org/hook" })).toBe(
      "WEBHOOK_SECRET: missing: expected 16 to 256 of A-Z, a-z, 0-9, _ and -, and with it WEBHOOK_URL",
    );
    expect(
      messageOf({ BOT_TOKEN: token, PORT: "x", WEBHOOK_SECRET: "0123456789abcdef" })
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual(["WEBHOOK_URL", "PORT"]);
    const { reception } = readConfig({
      BOT_TOKEN: token,
      WEBHOOK_URL: "https://x.org/hook",
      WEBHOOK_SECRET: "0123456789abcdef",
    });
    expect(reception.type).toBe("webhook");
  });

  it.each([
    "https://x.org",
    "https://x.org/",
    "https://x.org/:any",
    "https://x.org/*",
    "https://x.org/a b",
    "https://x.org/healthz",
    "https://x.org/readyz",
    "https://x.org/metrics",
    "https://x.org/h?a=b",
    "https://x.org/h#a",
    "https://me:secret@x.org/h",
    "https://x.org/خطاف",
  ])("does not take %s for a webhook", (url) => {
    const text = messageOf({
      BOT_TOKEN: token,
      WEBHOOK_URL: url,
      WEBHOOK_SECRET: "0123456789abcdef",
    });
    expect(text.split(":")[0]).toBe("WEBHOOK_URL");
  });

  it.each([
    `https://x.org/${token}`,
    `https://x.org/hook/bot${token}`,
    `https://x.org/hook/${token.replace(":", "%3A")}`,
  ])("takes no address that has the token in it, and does not repeat it: %#", (url) => {
    const hook = { WEBHOOK_URL: url, WEBHOOK_SECRET: "0123456789abcdef" };
    for (const given of [hook, { PUBLIC_URL: url }]) {
      const text = messageOf({ BOT_TOKEN: token, ...given });
      expect(text).toMatch(/^(WEBHOOK|PUBLIC)_URL: /);
      expect(redact(text)).not.toContain(token.split(":")[1]);
    }
  });

  it.each([1087968824, 136817688, 777000])("takes nobody for an editor who is many: %i", (id) => {
    expect(messageOf({ BOT_TOKEN: token, EDITOR_IDS: `12, ${id}` })).toContain("EDITOR_IDS: ");
  });

  it.each(["http://x.org", "https://me:secret@x.org", "https://x.org/?a", "x.org"])(
    "does not take %s for a public address",
    (url) => {
      const text = messageOf({ BOT_TOKEN: token, PUBLIC_URL: url });
      expect(text).toMatch(/^PUBLIC_URL: .*: expected the https address at which HOST and PORT/);
    },
  );

  it("takes a public address with or without a slash at its end", () => {
    for (const url of ["https://x.org/bot", "https://x.org/bot/"]) {
      expect(readConfig({ BOT_TOKEN: token, PUBLIC_URL: url }).publicUrl).toBe("https://x.org/bot");
    }
  });

  it("takes no token that the log would not hide", () => {
    expect(messageOf({ BOT_TOKEN: "12345:abcdefghijklmnopqrst" })).toContain("the value given");
  });

  it("reads editors and drops a trailing slash of the API's address", () => {
    const config = readConfig({
      BOT_TOKEN: token,
      EDITOR_IDS: "12, 34",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
    });
    expect(config.editorIds).toEqual([12, 34]);
    expect(config.apiRoot).toBe("http://127.0.0.1:8081");
  });

  it("lets another editor approve only where there is another", () => {
    const given = { BOT_TOKEN: token, REQUIRE_APPROVAL: "true" };
    expect(readConfig({ ...given, EDITOR_IDS: "12,34" }).requireApproval).toBe(true);
    expect(messageOf({ ...given, EDITOR_IDS: "12,12" })).toBe(
      'REQUIRE_APPROVAL: "true": expected true or false, and for true two or more EDITOR_IDS',
    );
  });

  it("reads how digests are delivered", () => {
    const { delivery } = readConfig({
      BOT_TOKEN: token,
      DEFAULT_TIMEZONE: "europe/paris",
      BROADCAST_RATE: "900",
      PAID_BROADCAST: "true",
      ALERT_SETTLE: "5m",
      CORRECTION_SETTLE: "1s",
      CONFIRM_ABOVE: "0",
      LEDGER_DAYS: "8",
    });
    expect(delivery).toEqual({
      defaultZone: "Europe/Paris",
      broadcastRate: 900,
      paidBroadcast: true,
      alertSettle: 300_000,
      correctionSettle: 1000,
      confirmAbove: 0,
      ledgerDays: 8,
    });
  });

  it.each([
    ["BROADCAST_RATE", "31"],
    ["BROADCAST_RATE", "0"],
    ["BROADCAST_RATE", "2.5"],
    ["PAID_BROADCAST", "yes"],
    ["DEFAULT_TIMEZONE", "Damascus"],
    ["ALERT_SETTLE", "60"],
    ["CORRECTION_SETTLE", "2h"],
    ["CONFIRM_ABOVE", "-1"],
    ["LEDGER_DAYS", "7"],
  ])("does not take %s=%s", (name, value) => {
    const text = messageOf({ BOT_TOKEN: token, [name]: value });
    expect(text).toMatch(new RegExp(`^${name}: "${value}": expected .+$`));
  });

  it("is frozen", () => {
    expect(Object.isFrozen(readConfig({ BOT_TOKEN: token }))).toBe(true);
  });
});
