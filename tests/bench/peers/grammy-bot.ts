import { Bot } from "grammy";

/** The least that a bot can do: a constant text to every message. */
const bot = new Bot(process.env["BOT_TOKEN"] ?? "", {
  client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" },
});
bot.on("message", (context) => context.reply("Hello"));
await bot.start();
