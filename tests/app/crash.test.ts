import { expect, it, onTestFinished } from "vitest";
import { startProcess, token } from "./bot-process.ts";

const password = "pass-word-of-the-store";
const secret = "secret-of-the-webhook";

/** The bot's process, in which this happens while it waits for its input. */
async function crash(happening: string): Promise<string> {
  const hook = `setTimeout(() => { ${happening} }, 300)`;
  const bot = startProcess(["figures", "-"], {
    BOT_TOKEN: token,
    WEBHOOK_SECRET: secret,
    DATABASE_URL: `postgres://mujaz:${password}@127.0.0.1/mujaz`,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
  });
  onTestFinished(() => bot.kill("SIGKILL"));
  expect(await bot.ended).toBe(1);
  return bot.output();
}

it.each([
  ["an error that nobody catches", "throw new Error(process.env.BOT_TOKEN + '\\nmore')"],
  ["a promise that nobody waits for", "Promise.reject(new Error(process.env.DATABASE_URL))"],
  ["a rejection with what is no error", "Promise.reject({ of: process.env.WEBHOOK_SECRET })"],
  ["a thrown text", "throw '/bot' + process.env.BOT_TOKEN + '/getMe'"],
])("%s ends the process with one line that holds no secret", async (_, happening) => {
  const output = await crash(happening);
  expect(output).toMatch(
    /^mujaz: unexpected error: .*(\[(token|password|secret)\]|#<Object>).*\n$/,
  );
  for (const part of [token.slice(12), password, secret]) expect(output).not.toContain(part);
});
