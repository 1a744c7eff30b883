import { planMenu } from "../commands/menu.ts";
import { commandNames } from "../commands/names.ts";
import { createLoader } from "../content/load.ts";
import type { Problem } from "../content/problem.ts";
import { sleep } from "../delivery/sleep.ts";
import { createStanding } from "../delivery/standing.ts";
import { createMetrics } from "../metrics.ts";
import { createStorySearch } from "../search/stories.ts";
import { openDatabase } from "../store/database.ts";
import { createClient } from "../telegram/api/client.ts";
import { tellEditors } from "../telegram/sending/editors.ts";
import { introduce, type Fatal, type Stopped } from "../telegram/api/introduce.ts";
import { createMenuKeeper } from "../telegram/api/menu.ts";
import { startAnswering } from "./answering.ts";
import { createPaces, startDelivery } from "./delivery.ts";
import { keepEditions } from "./editions/editions.ts";
import { tellOfTrouble } from "./editor-notices.ts";
import { openDesk } from "./desk.ts";
import { createContact } from "./insight/contact.ts";
import { watchEdition } from "./insight/content-state.ts";
import { heedParts } from "./insight/heed.ts";
import { createInsight } from "./insight/insight.ts";
import { measureCalls } from "./insight/measured.ts";
import { firstEdition, followContent, loadFirst, troubleOf } from "./editions/content.ts";
import { joinReplicas } from "./replicas/replicas.ts";
import { startPublishing } from "./editions/publishing.ts";
import type { AppOptions } from "./options.ts";
import { receive } from "./reception.ts";

/**
 * Builds the bot, runs it until `stop` is aborted or something happens that waiting does not mend,
 * and takes it apart in reverse order: what is in flight is finished, and nothing is lost.
 * @throws ContentError, StoreError or ServerError where the bot cannot start.
 */
export async function runApp(options: AppOptions, stop: AbortSignal): Promise<Fatal | Stopped> {
  const { clock: now, log, editorIds: editors } = options;
  await using parts = new AsyncDisposableStack();
  const metrics = createMetrics();
  const heed = heedParts(metrics, now);
  const db = await openDatabase(options.databaseUrl, heed.store);
  parts.defer(() => db.destroy());
  const loader = createLoader(options.contentDir, { reserved: new Set(commandNames) });
  const loaded = await loadFirst(loader);
  const first = await firstEdition(loaded, db);
  if (first.from === "store") {
    log.error({ dir: loader.dir }, "the content has errors; what was told last is told on");
  }

  const contact = createContact(() => performance.now());
  const caller = createClient({ token: options.botToken, apiRoot: options.apiRoot });
  parts.defer(() => caller.close());
  const [client, answers] = [
    measureCalls(caller, "upkeep", { metrics, contact }),
    measureCalls(caller, "answers", { metrics, contact }),
  ];
  const introduced = await introduce(client, { log, sleep, signal: stop });
  if (introduced.type !== "bot") return introduced;
  const { bot } = introduced;
  log.info(
    { bot: bot.username, stories: first.edition.stories.size },
    "the bot is known to Telegram",
  );
  if (!bot.supports_inline_queries) {
    log.warn({}, "inline mode is off: turn it on with /setinline at BotFather");
  }

  const { leadership, replica, ...membership } = await joinReplicas(db, log);
  parts.defer(() => membership.stop());
  const publishing = startPublishing({
    db,
    contentDir: options.contentDir,
    leadership,
    now,
    sleep,
    log,
  });
  parts.defer(() => publishing.stop());
  const search = createStorySearch();
  const editions = await keepEditions(first, {
    db,
    leadership,
    writtenAt: (story) => loader.writtenAt(story),
    now,
    sleep,
    log,
    signal: stop,
    async onBehind({ missing, outdated }) {
      const left = [...(await publishing.putBack(missing)), ...outdated].map(({ id }) => id);
      const trouble = { type: "behind", stories: left } as const;
      if (left.length > 0) await tellOfTrouble({ db, editors, now, log }, trouble);
    },
  });
  parts.defer(() => editions.stop());
  const content = watchEdition(editions.current, now);

  const paces = createPaces(options.delivery);
  const keepStanding = createStanding({ db, onNotice: () => delivery.send() });
  const { defaultZone, ledgerDays } = options.delivery;
  const desk = openDesk({
    db,
    editions,
    editors,
    now,
    publish: publishing.publish,
    needsApproval: options.requireApproval ?? false,
    botUsername: bot.username,
    onNotice: () => delivery.send(),
  });
  const answering = await startAnswering(
    {
      db,
      bot,
      client: answers,
      edition: editions.current,
      content: content.facts,
      search,
      editors,
      defaultZone,
      ledgerDays,
      desk,
      paces,
      keepStanding,
      replica,
      publicUrl: options.publicUrl,
      metrics,
      heed,
      now,
      log,
    },
    parts,
  );

  const menu = createMenuKeeper(client, { log, sleep });
  parts.defer(() => menu.stop());

  const delivery = await startDelivery({
    db,
    client: measureCalls(caller, "delivery", { metrics, contact }),
    pictures: answering.pictures,
    editions,
    editors,
    paces,
    keepStanding,
    leadership,
    now,
    log,
    stop,
    botUsername: bot.username,
    config: options.delivery,
    onFired: heed.fired,
  });
  parts.defer(() => delivery.stop());
  options.onJump?.(delivery.wake);
  editions.follow((edition) => {
    content.taken();
    void search.follow(edition);
    menu.follow(planMenu(edition));
    delivery.wake();
  });

  const notice = { db, deliver: answering.deliver, editors, now, log, signal: stop };
  /** Of several replicas one tells them. */
  const tellOnce = (problems: readonly Problem[]) =>
    leadership.term() && void tellEditors(notice, troubleOf(problems));
  const watch = await followContent(loader, {
    known: loaded,
    log,
    onEdition: editions.take,
    onWarnings(warnings) {
      content.found(warnings.all);
      options.onProblems?.(warnings.all);
      tellOnce(warnings.fresh);
    },
    onProblems(problems) {
      editions.hold();
      content.found(problems);
      options.onProblems?.(problems);
      tellOnce(problems);
    },
  });
  parts.defer(() => watch.close());
  answering.wake();
  const leading = { bulk: paces.bulk, lease: leadership.term, stopping: stop };
  const insight = createInsight({ metrics, db, now, client, contact, content, ...leading });
  const { cards, receiver } = answering;
  const shown = { cards, insight, onAnswered: heed.request };
  return await receive({ ...options, ...shown, leadership, client, receiver, parts }, stop);
}
