import { commandNames } from "../../commands/names.ts";
import type { Incoming } from "../../commands/request.ts";
import type { Metrics } from "../../metrics.ts";
import type { BotParts } from "../../telegram/answering/bot.ts";
import type { Client } from "../../telegram/api/client.ts";
import { observeCalls, type Called } from "../../telegram/api/observed.ts";
import type { Contact } from "./contact.ts";

/** Who calls: people's answers, what nobody asked for, or the bot for itself. */
export type Lane = "answers" | "delivery" | "upkeep";

/** The client of a lane, whose calls are counted. */
export function measureCalls(
  client: Client,
  lane: Lane,
  { metrics, contact }: { readonly metrics: Metrics; readonly contact: Contact },
): Client {
  return observeCalls(client, (called) => {
    if (called.reached) contact.note();
    countCall(metrics, lane, called);
  });
}

function countCall(metrics: Metrics, lane: Lane, { method, outcome, seconds }: Called): void {
  metrics.observe("call", seconds, { method });
  if (outcome === "later") metrics.count("limited", { lane });
  if (/^(send|edit)/.test(method)) metrics.count("sends", { lane, outcome });
  if (method === "answerInlineQuery") metrics.count("answers", { command: "inline" });
}

/** The same answers, counted by what was asked. */
export function measureAnswers(answer: BotParts["answer"], metrics: Metrics): BotParts["answer"] {
  return async (incoming, request) => {
    const replies = await answer(incoming, request);
    metrics.count("answers", { command: asked(incoming, request.edition.topics) });
    return replies;
  };
}

const names: ReadonlySet<string> = new Set(commandNames);

/** What a person writes is no label: a topic's command is `topic`, and any other word `words`. */
function asked(incoming: Incoming, topics: ReadonlyMap<string, unknown>): string {
  if (incoming.type === "text") return "words";
  if (incoming.type !== "command") return incoming.type;
  if (topics.has(incoming.name)) return "topic";
  if (names.has(incoming.name)) return incoming.name;
  return incoming.name.startsWith("story_") ? "story" : "words";
}
