import { answer } from "../commands/answer.ts";
import { sleep } from "../delivery/sleep.ts";
import type { KeepStanding } from "../delivery/standing.ts";
import { createDrawing } from "../drawing/drawing.ts";
import type { Desk } from "../desk/desk.ts";
import type { Metrics } from "../metrics.ts";
import { createBot, type BotParts } from "../telegram/answering/bot.ts";
import type { Deliver } from "../telegram/sending/deliver.ts";
import { createDeliver } from "../telegram/sending/deliver.ts";
import { createInboxWorker, type WorkerParts } from "../telegram/updates/inbox-worker.ts";
import { createPictures, type Pictures } from "../telegram/sending/pictures.ts";
import { createReceiver, type Receiver } from "../telegram/updates/receive.ts";
import type { Paces } from "./delivery.ts";
import { createGallery, type Gallery } from "./gallery.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { shareHolds } from "./holds.ts";
import type { heedParts } from "./insight/heed.ts";
import { measureAnswers } from "./insight/measured.ts";

export interface AnsweringParts
  extends
    Pick<BotParts, "bot" | "edition" | "search" | "editors" | "defaultZone" | "ledgerDays">,
    Required<Pick<BotParts, "content">>,
    Pick<WorkerParts, "replica" | "db" | "log" | "now"> {
  readonly client: BotParts["client"];
  readonly desk: Desk;
  readonly paces: Paces;
  readonly keepStanding: KeepStanding;
  readonly publicUrl?: string | undefined;
  readonly metrics: Metrics;
  readonly heed: ReturnType<typeof heedParts>;
}

/** What becomes of updates. */
export interface Answering {
  readonly receiver: Receiver;
  readonly deliver: Deliver;
  readonly pictures: Pictures;
  /** The pictures that have an address; none without a public one. */
  readonly cards: Gallery["find"] | undefined;
  /** Begins with what waits. */
  readonly wake: () => void;
}

/** Answers people, from the inbox; ends with `parts`. */
export async function startAnswering(
  given: AnsweringParts,
  parts: AsyncDisposableStack,
): Promise<Answering> {
  const { db, log, now, client, keepStanding, publicUrl, heed } = given;
  const moved = (from: number, to: number) => keepStanding({ type: "moved", from, to }, now());
  const holds = shareHolds({ db, pace: given.paces.chats, keepStanding, now, log });
  await holds.heed();
  const patience = {
    pace: given.paces.answers,
    now,
    sleep,
    onWait: heed.wait,
    onHeld: holds.tell,
  };
  const { draw, close } = createDrawing();
  parts.defer(close);
  const gallery =
    publicUrl === undefined ? undefined : createGallery({ publicUrl, draw, db, now, log });
  const pictures = createPictures({ db, draw, now, log, addressOf: gallery?.addressOf });
  const deliver = createDeliver({ client, pictures, log, moved, ...patience });
  const { bot, edition, search, editors, defaultZone, ledgerDays, content, desk } = given;
  const answering = { bot, edition, search, editors, defaultZone, ledgerDays, content, desk };
  const handle = createBot({
    ...answering,
    ...patience,
    answer: measureAnswers(answer, given.metrics),
    client,
    pictures,
    db,
    deliver,
    log,
    keepStanding,
  });
  const working = { handle, db, replica: given.replica, log, now, sleep };
  const worker = createInboxWorker({ ...working, onEnd: heed.update });
  parts.defer(() => worker.stop());
  // What a replica left that has ended, and what another was asked, is found by looking.
  const looking = await startHeartbeat(async () => {
    worker.wake();
    await holds.heed();
  });
  parts.defer(() => looking.stop());
  const receiver = createReceiver({ db, now, onStored: worker.wake, onUpdate: heed.stored });
  return { receiver, deliver, pictures, cards: gallery?.find, wake: worker.wake };
}
