import { addChannel, addForum, addPerson, addSupergroup } from "./world/settle.ts";
import type { Telegram } from "./world/telegram.ts";

/**
 * The people and chats that the playground begins with; gives the editor's id. The bot is in all of
 * them but the editor's own channel, which is there to be connected.
 */
export function playgroundWorld(telegram: Telegram): number {
  const layla = addPerson(telegram, { firstName: "ليلى", username: "layla", languageCode: "ar" });
  const james = addPerson(telegram, { firstName: "James", username: "james", languageCode: "en" });
  const salma = addPerson(telegram, { firstName: "سلمى", username: "salma", languageCode: "ar" });
  const botIn = { [telegram.bot.id]: { status: "member" } } as const;
  const botRuns = { [telegram.bot.id]: { status: "administrator" } } as const;
  addSupergroup(telegram, {
    title: "أخبار الحي · Neighbourhood news",
    members: {
      ...botIn,
      [layla.id]: { status: "creator" },
      [james.id]: { status: "member" },
      [salma.id]: { status: "member" },
    },
  });
  addForum(telegram, {
    title: "غرفة التحرير · Newsroom",
    topics: ["الموجز", "Corrections"],
    members: {
      ...botIn,
      [salma.id]: { status: "creator" },
      [james.id]: { status: "administrator" },
      [layla.id]: { status: "member" },
    },
  });
  addChannel(telegram, {
    title: "موجز · Brief",
    username: "mujaz_brief",
    members: {
      ...botRuns,
      [salma.id]: { status: "creator" },
      [layla.id]: { status: "member" },
      [james.id]: { status: "member" },
    },
  });
  addChannel(telegram, {
    title: "دفتر سلمى · Salma’s notebook",
    members: { [salma.id]: { status: "creator" } },
  });
  return salma.id;
}
