import { describe, expect, it } from "vitest";
import { createClient } from "../../src/telegram/api/client.ts";
import { answering, deadAddress, rawServer, token } from "../telegram/faults.ts";

const address = `https://api.telegram.org/file/bot${token}/documents/a.html`;

describe("an editor's file", () => {
  it.each([
    ["nobody listening", deadAddress],
    ["a reset", () => rawServer((socket) => socket.resetAndDestroy())],
    ["an error page", () => answering(404, `<html>${address}</html>`, "text/html")],
    [
      "a refusal",
      () => answering(400, JSON.stringify({ ok: false, error_code: 400, description: address })),
    ],
  ])("is fetched by the bot, and nobody is told from where: %s", async (_, start) => {
    const client = createClient({ token, apiRoot: await start(), limits: { send: 300 } });
    const result = JSON.stringify(await client.download("documents/a.html"));
    await client.close();
    expect(result).toMatch(/unwritten|unanswered|refused/);
    expect(result).not.toContain(token.slice(10));
  });
});
