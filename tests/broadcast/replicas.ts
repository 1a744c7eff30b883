import type { BotProcess, Environment } from "../app/bot-process.ts";
import { dice } from "../faults/seeds.ts";
import { startProxy, through, type Proxy } from "../postgres/proxy.ts";
import { countInFlight, tally, type Tally } from "./kills.ts";
import { until, type Stage } from "./stage.ts";

/** What is to be said of a broadcast that another process took over. */
export interface Succession extends Pick<Tally, "lost" | "doubled" | "inFlight"> {
  /** Milliseconds from the fault to the first message of the new leader. */
  readonly gapMs: number;
  /** Messages that the old leader sent after it was to send none. */
  readonly late: number;
}

/** A process whose way to Telegram is seen. */
export interface Watched extends BotProcess {
  readonly sends: () => number;
  readonly telegram: Proxy;
}

export const chats = 240;

/** As slow as it is by itself, so that the broadcast outlasts what is done to it. */
export const slow = { BROADCAST_RATE: "12" };

/** Two processes, of which the first leads. */
export async function startTwo(
  stage: Stage,
  env: Environment = {},
): Promise<readonly [leader: Watched, other: Watched]> {
  const leader = await startWatched(stage, env);
  await leader.wrote("sending under a new lease");
  return [leader, await startWatched(stage)];
}

async function startWatched(stage: Stage, env: Environment = {}): Promise<Watched> {
  const telegram = await startProxy(Number(new URL(stage.apiRoot).port));
  const bot = stage.start({ TELEGRAM_API_ROOT: through(telegram, stage.apiRoot), ...env });
  return { ...bot, telegram, sends: () => telegram.wrote("/sendMessage") };
}

/**
 * Does something to the leader in the midst of its broadcast, waits until the other has taken over,
 * undoes it, and lets the broadcast end.
 */
export async function succeed(
  stage: Stage,
  [leader, other]: readonly [Watched, Watched],
  fault: { readonly begin: () => void | Promise<void>; readonly end: () => void },
): Promise<Succession> {
  await using ways = new AsyncDisposableStack();
  for (const { telegram } of [leader, other]) ways.use(telegram);
  await stage.sentInAll(dice()(10, 50));
  await fault.begin();
  const began = Date.now();
  const inFlight = await countInFlight(stage);
  await until(() => Promise.resolve(other.sends() > 0));
  const gapMs = Date.now() - began;
  const before = leader.sends();
  fault.end();
  await stage.nothingOpen();
  const late = leader.sends() - before;
  await Promise.all([leader, other].map((bot) => stopped(bot)));
  return { gapMs, late, inFlight, ...(await tally(stage, chats)) };
}

async function stopped(bot: BotProcess): Promise<void> {
  bot.kill("SIGTERM");
  await bot.ended;
}

/** Milliseconds in which another has to go on. */
const takeOver = 30_000;

/** What must not be: a loss, more copies than were in flight, a leader of before that still sends. */
export function flawsOf({ lost, doubled, inFlight, gapMs, late }: Succession): readonly string[] {
  return [
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(late > 0 ? [`${late} sent by the leader of before`] : []),
    ...(doubled > inFlight ? [`${doubled} doubled, of ${inFlight} in flight`] : []),
    ...(inFlight > 10 ? [`${inFlight} in flight`] : []),
    ...(gapMs >= takeOver ? [`${gapMs} ms until another sent`] : []),
  ];
}
