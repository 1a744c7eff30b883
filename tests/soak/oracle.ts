import type { Count } from "./count.ts";
import { countLimits } from "./oracle-limits.ts";
import { countOrder } from "./oracle-order.ts";
import { countDoubled, countLost, countUntold } from "./oracle-told.ts";
import { countStale } from "./oracle-stale.ts";
import { gather, type Evidence } from "./evidence.ts";
import type { Lived } from "./day.ts";
import { token } from "../app/bot-process.ts";

/**
 * What a day came to, by what Telegram shows and recorded, and by what the newsroom and the readers
 * did. It knows nothing of how the product works: only what it promises.
 */
export function judge(lived: Lived): readonly Count[] {
  const evidence = gather(lived);
  return [
    countLost(evidence),
    ...countOrder(evidence),
    countUntold(evidence),
    ...countDoubled(evidence),
    countStale(evidence),
    ...countLimits(evidence),
    countTokens(evidence),
    countDropped(evidence),
    countFalls(evidence),
    {
      name: "left to be done",
      of: 1,
      found: lived.left === 0 ? [] : [`${lived.left} in the store`],
    },
  ];
}

/** The secret part of it is enough. */
function countTokens({ lived, messages }: Evidence): Count {
  const secret = token.slice(token.indexOf(":") + 1);
  const found = lived.output.split("\n").filter((line) => line.includes(secret));
  const shown = messages.filter(({ text }) => text.includes(secret));
  return {
    name: "token shown",
    of: lived.output.split("\n").length + messages.length,
    found: [...found, ...shown.map(({ chat }) => `in chat ${chat}`)],
  };
}

function countDropped({ lived: { entries } }: Evidence): Count {
  const found = entries.filter((entry) => entry.type === "dropped");
  return {
    name: "cut by Telegram",
    of: entries.length,
    found: found.map(({ chatId, what }) => `chat ${chatId}: ${what.join(", ")}`),
  };
}

/** A bot whose token is refused ends, and says so; nothing else ends it. */
function countFalls({ lived: { falls, kills } }: Evidence): Count {
  const found = falls.filter((fall) => !fall.includes("BOT_TOKEN: Telegram does not know it"));
  return { name: "ended by itself", of: kills.length + falls.length, found };
}
