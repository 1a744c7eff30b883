import { autoRetry } from "@grammyjs/auto-retry";
import { Bot } from "grammy";

/** Chat after chat; what Telegram refuses for a time is tried again after it. */
const [first = 0, count = 0] = process.argv.slice(2).map(Number);
const { api } = new Bot(process.env["BOT_TOKEN"] ?? "", {
  client: { apiRoot: process.env["TELEGRAM_API_ROOT"] ?? "" },
});
api.config.use(autoRetry());
for (let chat = first; chat < first + count; chat += 1) {
  await api.sendMessage(chat, "Hello").catch(() => undefined);
}
