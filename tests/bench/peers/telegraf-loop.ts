import { setTimeout } from "node:timers/promises";
import { Telegraf } from "telegraf";

/** A broadcast as it is mostly written: chat after chat, what fails is skipped. */
const [first = 0, count = 0, pause = 0] = process.argv.slice(2).map(Number);
const { telegram } = new Telegraf(process.env["BOT_TOKEN"] ?? "", {
  telegram: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" },
});
for (let chat = first; chat < first + count; chat += 1) {
  await telegram.sendMessage(chat, "Hello").catch(() => undefined);
  if (pause > 0) await setTimeout(pause);
}
