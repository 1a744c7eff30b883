import { measureBroadcast, measureKill, mujaz, peers, type Broadcast } from "../broadcast.ts";
import { percent, row, table } from "../table.ts";

const limit = 30;
const paidLimit = 1000;

export async function benchBroadcast(): Promise<void> {
  const head = ["arrived", "a second", `of ${limit}`, "429s", "lost by kill -9", "memory, MB"];
  table(["600 chats at Telegram's limits", ...head, "CPU a message, ms"]);
  for (const who of [...peers, mujaz()]) {
    const found = await measureBroadcast(who, 600);
    const lost = await measureKill(who, 300);
    const [arrived, ...rest] = cellsOf(found, limit);
    row([who.name, arrived ?? "", ...rest, `${lost} of 300`, ...costOf(found)]);
  }
  await benchPaid();
}

async function benchPaid(): Promise<void> {
  const head = ["arrived", "a second", `of ${paidLimit.toLocaleString("en")}`, "429s"];
  const cost = ["memory, MB", "CPU a message, ms", "the simulator's, ms"];
  table(["10,000 chats at the paid limits", ...head, ...cost]);
  const who = mujaz({ BROADCAST_RATE: String(paidLimit), PAID_BROADCAST: "true" });
  const found = await measureBroadcast(who, 10_000);
  row([who.name, ...cellsOf(found, paidLimit), ...costOf(found), found.telegramCpu.toFixed(2)]);
}

function cellsOf(found: Broadcast, of: number): readonly (string | number)[] {
  const { reached, chats, perSecond, refused } = found;
  const isWhole = reached === chats;
  return [
    percent(reached / chats),
    // The little that a loop gets through at once is no pace.
    isWhole ? perSecond.toFixed(1) : "-",
    isWhole ? percent(perSecond / of) : "-",
    refused,
  ];
}

function costOf({ memory, cpu }: Broadcast): readonly string[] {
  return [memory.toFixed(0), cpu.toFixed(2)];
}
