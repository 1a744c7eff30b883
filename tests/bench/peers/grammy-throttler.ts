import { apiThrottler } from "@grammyjs/transformer-throttler";
import { Bot } from "grammy";

/** All at once: the plugin holds them back. */
const [first = 0, count = 0] = process.argv.slice(2).map(Number);
const { api } = new Bot(process.env["BOT_TOKEN"] ?? "", {
  client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" },
});
api.config.use(apiThrottler());
const chats = Array.from({ length: count }, (_, index) => first + index);
await Promise.all(chats.map((chat) => api.sendMessage(chat, "Hello").catch(() => undefined)));
process.exit();
