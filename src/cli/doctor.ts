import { dirname } from "node:path";
import { readConfig, type Config } from "../config.ts";
import { createClient } from "../telegram/api/client.ts";
import { checkChats } from "./doctor/chats.ts";
import { checkContent } from "./doctor/content.ts";
import { findingLine, type Finding } from "./doctor/finding.ts";
import { checkClock, checkDisk, checkZones } from "./doctor/machine.ts";
import { checkStore } from "./doctor/store.ts";
import { checkChoices, checkToken, checkWebhook } from "./doctor/telegram.ts";
import { UsageError, type Verb } from "./verb.ts";

/**
 * `mujaz doctor`: looks at everything that a bot with this environment needs, changes nothing, and
 * says a line each with how to mend it. Exit code 1 where the bot would not work. It may run beside
 * the bot.
 */
export const doctor: Verb = async ({ args, env, clock, print }) => {
  if (args.length > 0) throw new UsageError(`doctor: ${args.join(" ")}: expected nothing more`);
  const config = readConfig(env);
  let isWell = true;
  for await (const finding of findings(config, clock)) {
    isWell &&= finding.level !== "bad";
    print(findingLine(finding));
  }
  return isWell ? 0 : 1;
};

/** One after the other, so that what takes long does not hold back what is known. */
async function* findings(config: Config, clock: () => Date): AsyncGenerator<Finding> {
  const { apiRoot, databaseUrl, delivery } = config;
  await using parts = new AsyncDisposableStack();
  const client = createClient({ token: config.botToken, apiRoot });
  parts.defer(() => client.close());

  const { finding: token, bot } = await checkToken(client);
  yield token;
  if (bot !== undefined) {
    yield* checkChoices(bot);
    yield* await checkWebhook(client, config.reception, clock());
  }
  yield await checkClock(apiRoot, clock);
  yield checkZones(delivery.defaultZone, clock());
  for (const folder of writtenFolders(config)) yield checkDisk(folder);
  const { finding: store, db } = await checkStore(databaseUrl);
  parts.defer(() => db?.destroy());
  yield store;
  yield await checkContent(config.contentDir);
  if (db !== undefined && bot !== undefined) yield* await checkChats(client, db, bot.id);
}

/** That of the store, where it is a file, and the one that the desk publishes to. */
function writtenFolders({ databaseUrl, contentDir, editorIds }: Config): readonly string[] {
  const isFile = databaseUrl.startsWith("file:");
  return [
    ...(isFile ? [dirname(databaseUrl.slice("file:".length))] : []),
    ...(editorIds.length > 0 ? [contentDir] : []),
  ];
}
