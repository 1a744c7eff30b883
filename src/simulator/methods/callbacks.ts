import { badRequest } from "../api-error.ts";
import { boolean, integer, need, string } from "../rules/kinds.ts";
import type { Callback, Telegram } from "../world/telegram.ts";
import { method } from "./method.ts";

export const tooOld = "query is too old and response timeout expired or query ID is invalid";

/** A pressed button waits so long for its answer, in ms: as long as its update can be fetched. */
const answerableFor = 150_000;

function waiting(telegram: Telegram, id: string): Callback {
  const callback = telegram.callbacks.get(id);
  const isFresh = callback !== undefined && telegram.clock.now() - callback.time <= answerableFor;
  if (!isFresh || callback.answered) throw badRequest(tooOld);
  return callback;
}

export const answerCallbackQuery = method({
  name: "answerCallbackQuery",
  parameters: {
    callback_query_id: need(string),
    text: string,
    show_alert: boolean,
    url: string,
    cache_time: integer,
  },
  run(telegram, args) {
    const { callback_query_id: id, text = "", show_alert: alert = false } = args;
    const callback = waiting(telegram, id);
    if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    callback.answered = true;
    telegram.record.add({ type: "answered", callbackId: id, text, alert });
    const { person } = callback;
    telegram.hub.emit({ type: "answer", person, callbackId: id, text, alert });
    return true;
  },
});
