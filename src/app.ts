import { answer } from "./commands/answer.ts";
import { planMenu } from "./commands/menu.ts";
import { commandNames } from "./commands/names.ts";
import type { Reception } from "./config.ts";
import { createLoader, type Loader, type LoadResult } from "./content/load.ts";
import { describeProblem, type Problem } from "./content/problem.ts";
import { watchContent } from "./content/watch.ts";
import { createPace } from "./delivery/pace.ts";
import { sleep } from "./delivery/sleep.ts";
import type { Edition } from "./domain/edition.ts";
import type { Log } from "./log.ts";
import { createServer, type ServerOptions } from "./server/server.ts";
import { moveChat } from "./store/chats.ts";
import { openDatabase } from "./store/database.ts";
import { createBot } from "./telegram/bot.ts";
import { createClient, type Client } from "./telegram/client.ts";
import { createDeliver } from "./telegram/deliver.ts";
import { tellEditors } from "./telegram/editors.ts";
import { createInboxWorker } from "./telegram/inbox-worker.ts";
import { introduce, type Fatal, type Stopped } from "./telegram/introduce.ts";
import { createMenuKeeper } from "./telegram/menu.ts";
import { poll } from "./telegram/polling.ts";
import { createReceiver, type Receiver } from "./telegram/receive.ts";
import { setWebhook } from "./telegram/webhook.ts";

export interface AppOptions {
  readonly botToken: string;
  readonly apiRoot: string;
  readonly databaseUrl: string;
  readonly contentDir: string;
  readonly reception: Reception;
  readonly editorIds: readonly number[];
  readonly defaultZone: string;
  /** Where to listen for the webhook and for /healthz; nothing listens without it. */
  readonly listen?: Pick<ServerOptions, "host" | "port">;
  readonly clock: () => Date;
  readonly log: Log;
  /** Told of every change: no problems after a good load. */
  readonly onProblems?: (problems: readonly Problem[]) => void;
}

/** The content cannot become an edition; a line a problem. */
export class ContentError extends Error {}

/**
 * Builds the bot, runs it until `stop` is aborted or something happens that waiting does not mend,
 * and takes it apart in reverse order: what is in flight is finished, and nothing is lost.
 * @throws ContentError, StoreError or ServerError where the bot cannot start.
 */
export async function runApp(options: AppOptions, stop: AbortSignal): Promise<Fatal | Stopped> {
  const { clock: now, log, editorIds: editors, defaultZone } = options;
  await using parts = new AsyncDisposableStack();
  const db = await openDatabase(options.databaseUrl);
  parts.defer(() => db.destroy());
  const loader = createLoader(options.contentDir, { reserved: new Set(commandNames) });
  const first = await loadFirst(loader);
  let { edition } = first;

  const client = createClient({ token: options.botToken, apiRoot: options.apiRoot });
  parts.defer(() => client.close());
  const introduced = await introduce(client, { log, sleep, signal: stop });
  if (introduced.type !== "bot") return introduced;
  const { bot } = introduced;
  log.info({ bot: bot.username, stories: edition.stories.size }, "the bot is known to Telegram");

  const moved = (from: number, to: number) => moveChat(db, from, to);
  const patience = { pace: createPace(), now, sleep };
  const deliver = createDeliver({ client, log, moved, ...patience });
  const answering = { bot, edition: () => edition, editors, defaultZone, answer };
  const handle = createBot({ ...answering, ...patience, client, db, deliver, log });
  const worker = createInboxWorker({ handle, db, log, now, sleep });
  parts.defer(() => worker.stop());
  const receiver = createReceiver({ db, now, onStored: worker.wake });

  const menu = createMenuKeeper(client, { log, sleep });
  parts.defer(() => menu.stop());
  menu.follow(planMenu(edition));

  const watch = await followContent(loader, {
    known: first,
    log,
    onEdition(next) {
      edition = next;
      menu.follow(planMenu(next));
      options.onProblems?.([]);
    },
    onProblems(problems) {
      options.onProblems?.(problems);
      const lines = problems.map(describeProblem);
      void tellEditors({ db, deliver, editors, now, log, signal: stop }, lines);
    },
  });
  parts.defer(() => watch.close());
  worker.wake();
  return await receive({ ...options, client, receiver, parts }, stop);
}

/** @throws ContentError with every problem of every file, a line each. */
async function loadFirst(loader: Loader): Promise<LoadedEdition> {
  const loaded = await loader.load();
  if (loaded.type === "edition") return loaded;
  throw new ContentError(loaded.problems.map(describeProblem).join("\n"));
}

type LoadedEdition = Extract<LoadResult, { readonly type: "edition" }>;

interface ContentFollower {
  readonly known: LoadedEdition;
  readonly log: Log;
  readonly onEdition: (edition: Edition) => void;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

/** Watches the folder from an edition that is known already, and logs what it finds. */
async function followContent(
  loader: Loader,
  { known, log, onEdition, onProblems }: ContentFollower,
): Promise<{ close(): Promise<void> }> {
  const watching = new AbortController();
  const watch = await watchContent(loader, {
    known,
    signal: watching.signal,
    onEdition(edition) {
      log.info({ stories: edition.stories.size }, "a new edition");
      onEdition(edition);
    },
    onProblems(problems) {
      for (const problem of problems.map(describeProblem)) {
        log.warn({ problem }, "the content has a problem");
      }
      onProblems(problems);
    },
    onFailure: (error) => log.error({ error: String(error) }, "the content cannot be watched"),
  });
  log.info({ dir: loader.dir }, "the content is watched");
  return {
    close() {
      watching.abort();
      return watch.closed;
    },
  };
}

type ReceptionParts = Pick<AppOptions, "reception" | "listen" | "log"> & {
  readonly client: Client;
  readonly receiver: Receiver;
  readonly parts: AsyncDisposableStack;
};

/** Takes updates in, one way or the other, until it is stopped. */
async function receive(
  { reception, listen, log, client, receiver, parts }: ReceptionParts,
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
    const server = await createServer({ ...listen, ...(webhook && { webhook }), health, log });
    parts.defer(() => server.close());
    log.info({ address: server.address }, "listening");
  }
  if (reception.type === "polling") return poll({ client, receiver, sleep, log }, stop);
  const set = await setWebhook(
    client,
    { url: reception.url.href, secret: reception.secret },
    { log, sleep, signal: stop },
  );
  if (set.type !== "set") return set;
  await aborted(stop);
  return { type: "stopped" };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
