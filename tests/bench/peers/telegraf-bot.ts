import { Telegraf } from "telegraf";

/** The least that a bot can do: a constant text to every message. */
const bot = new Telegraf(process.env["BOT_TOKEN"] ?? "", {
  telegram: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" },
});
bot.on("message", (context) => context.reply("Hello"));
process.on("SIGTERM", () => process.exit(0));
await bot.launch();
