import type { Reception } from "../config.ts";
import { sleep } from "../delivery/sleep.ts";
import type { Log } from "../log.ts";
import { createServer, type ServerOptions } from "../server/server.ts";
import type { Client } from "../telegram/api/client.ts";
import type { Fatal, Stopped } from "../telegram/api/introduce.ts";
import type { Leadership } from "./replicas/replicas.ts";
import { poll } from "../telegram/updates/polling.ts";
import type { Receiver } from "../telegram/updates/receive.ts";
import { setWebhook } from "../telegram/updates/webhook.ts";

export interface ReceptionParts {
  readonly reception: Reception;
  /** Where to listen for the webhook, /healthz, /readyz and /metrics; nothing listens without it. */
  readonly listen?: Pick<ServerOptions, "host" | "port">;
  /** What it shows to anybody besides. */
  readonly cards?: ServerOptions["cards"];
  /** What it shows to those who run the bot. */
  readonly insight?: ServerOptions["insight"];
  readonly onAnswered?: ServerOptions["onAnswered"];
  readonly log: Log;
  readonly client: Client;
  readonly receiver: Receiver;
  readonly leadership: Leadership;
  readonly parts: AsyncDisposableStack;
}

/** Takes updates in, one way or the other, until it is stopped. */
export async function receive(
  {
    reception,
    listen,
    cards,
    insight,
    onAnswered,
    log,
    client,
    receiver,
    leadership,
    parts,
  }: ReceptionParts,
  stop: AbortSignal,
): Promise<Fatal | Stopped> {
  const webhook =
    reception.type === "webhook"
      ? {
          path: reception.url.pathname,
          secret: reception.secret,
          accept: (body: unknown) => receiver.accept(body),
        }
      : undefined;
  if (listen !== undefined) {
    const health = () => (stop.aborted ? "stopping" : undefined);
    const server = await createServer({
      ...listen,
      cards,
      insight,
      onAnswered,
      ...(webhook && { webhook }),
      health,
      log,
    });
    parts.defer(() => server.close());
    log.info({ address: server.address }, "listening");
  }
  if (reception.type === "polling") return pollInTurn({ client, receiver, log }, leadership, stop);
  const set = await setWebhook(
    client,
    { url: reception.url.href, secret: reception.secret },
    { log, sleep, signal: stop },
  );
  if (set.type !== "set") return set;
  await aborted(stop);
  return { type: "stopped" };
}

/** Milliseconds after which a process that follows looks whether it leads. */
const look = 1000;

/** Telegram lets one process poll at a time: the one that leads. */
async function pollInTurn(
  parts: Pick<ReceptionParts, "client" | "receiver" | "log">,
  { term }: Leadership,
  stop: AbortSignal,
): Promise<Fatal | Stopped> {
  while (!stop.aborted) {
    const ours = term();
    if (ours === undefined) {
      await sleep(look, stop);
      continue;
    }
    const end = await poll({ ...parts, sleep }, AbortSignal.any([stop, ours.signal]));
    if (end.type === "fatal") return end;
  }
  return { type: "stopped" };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
