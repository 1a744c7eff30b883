import { setTimeout } from "node:timers/promises";
import { firstPerson } from "./audience.ts";
import { countInFlight, fast, finish, generator, type Killing } from "./kills.ts";
import { setStage, type Stage, type Standing } from "./stage.ts";

export interface CorrectionTally {
  readonly seed: number;
  readonly kills: number;
  /** Edits and notices whose intent was committed and whose result was not, over all kills. */
  readonly inFlight: number;
  /** Of those, the notices: an edit that is made twice is one edit. */
  readonly noticesInFlight: number;
  /** Chats whose digest does not say what it says in the first one. */
  readonly stale: number;
  /** Chats that were told nothing. */
  readonly untold: number;
  /** Notices beyond the first of each chat. */
  readonly doubled: number;
  /** What the first chat's messages say. */
  readonly texts: readonly string[];
}

/** The messages are corrected at once, and nobody is asked. */
const env = { ...fast, CORRECTION_SETTLE: "0s", CONFIRM_ABOVE: "1000000" };

/**
 * A digest to all chats, then a correction of what it said, which is interrupted `kills` times at
 * moments that the seed decides, left to end, and counted by what Telegram shows.
 */
export async function correctUnderKills(killing: Omit<Killing, "scene">): Promise<CorrectionTally> {
  const { seed, chats, kills, signal } = killing;
  await using stage = await setStage({ chats, env });
  await finish(stage);
  stage.correct();
  const random = generator(seed);
  const moments = Array.from({ length: kills }, () => random()).toSorted((a, b) => a - b);
  let [inFlight, noticesInFlight] = [0, 0];
  for (const moment of moments) {
    const bot = stage.start();
    const done = await workDone(stage, chats);
    // An edit and a notice for each chat.
    const until = Math.max(done + 1, Math.floor(moment * chats * 2));
    await stage.sentInAll(chats + until, ["sent", "edited"]);
    await setTimeout(random() * 20);
    bot.kill(signal);
    await bot.ended;
    inFlight += await countInFlight(stage);
    noticesInFlight += await countInFlight(stage, "reply");
  }
  await finish(stage, stage.allCorrected);
  return { seed, kills, inFlight, noticesInFlight, ...(await tally(stage, chats)) };
}

/** How many edits and notices Telegram has taken. */
async function workDone(stage: Stage, chats: number): Promise<number> {
  const record = await stage.record();
  return record.filter(({ type }) => type === "sent" || type === "edited").length - chats;
}

async function tally(
  stage: Stage,
  chats: number,
): Promise<Pick<CorrectionTally, "stale" | "untold" | "doubled" | "texts">> {
  const byChat = Map.groupBy(await stage.messages(), ({ chatId }) => chatId);
  const digests = [...byChat.values()].map(([digest]) => digest);
  const right = digests.find((digest) => digest?.chatId === firstPerson);
  const isRight = (digest: Standing | undefined) =>
    digest !== undefined && digest.edits > 0 && digest.hash === right?.hash;
  const notices = [...byChat.values()].map((messages) => messages.length - 1);
  return {
    stale: chats - digests.filter(isRight).length,
    untold: chats - notices.filter((count) => count > 0).length,
    doubled: notices.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    texts: await textsOf(stage, firstPerson),
  };
}

/** What the chat of a person shows. */
async function textsOf(stage: Stage, person: number): Promise<readonly string[]> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the simulator's own answer
  const state = (await stage.control(`state?person=${person}`)) as {
    readonly messages: Readonly<Record<string, readonly { readonly text: string }[]>>;
  };
  return (state.messages[person] ?? []).map(({ text }) => text);
}
