import { badRequest } from "../api-error.ts";
import { entities } from "../rules/given-entities.ts";
import { inlineKeyboard } from "../rules/keyboard.ts";
import { boolean, integer, list, need, object, string, type Args } from "../rules/kinds.ts";
import { captionText, messageText } from "../rules/text.ts";
import type { Content } from "../world/model.ts";
import { takeAnswer } from "../world/inline.ts";
import type { InlineButton, InlineQuery, InlineResult, Telegram } from "../world/telegram.ts";
import { tooOld } from "./callbacks.ts";
import { linkPreviewOptions } from "./link-preview.ts";
import { resolveFile } from "./media.ts";
import { method } from "./method.ts";

/** An inline query waits so long for its answer, in ms. */
const answerableFor = 30_000;
const mostResults = 50;

const textContent = object({
  message_text: need(string),
  parse_mode: string,
  entities,
  link_preview_options: linkPreviewOptions,
});

/** Articles, and photos that the bot sent before. */
const resultFields = {
  type: need(string),
  id: need(string),
  title: string,
  description: string,
  input_message_content: textContent,
  photo_file_id: string,
  caption: string,
  parse_mode: string,
  caption_entities: entities,
  show_caption_above_media: boolean,
  url: string,
  thumbnail_url: string,
  thumbnail_width: integer,
  thumbnail_height: integer,
  reply_markup: inlineKeyboard,
};

type Result = Args<typeof resultFields>;

function textOf(result: Result): Content | undefined {
  const given = result.input_message_content;
  if (given === undefined) return undefined;
  const { message_text: text, ...options } = given;
  return { type: "text", body: messageText({ text, ...options }) };
}

function photoOf(telegram: Telegram, result: Result): Content {
  const { caption: text = "", parse_mode, caption_entities } = result;
  return {
    type: "photo",
    file: resolveFile(telegram, {
      type: "photo",
      given: result.photo_file_id,
      uploads: new Map(),
    }),
    body: captionText({ text, parse_mode, entities: caption_entities }),
    spoiler: false,
    captionAbove: result.show_caption_above_media ?? false,
  };
}

function contentOf(telegram: Telegram, result: Result): Content {
  if (result.type !== "article" && result.type !== "photo") {
    throw badRequest("can't parse inline query result: invalid type specified");
  }
  const text = textOf(result);
  if (text !== undefined) return text;
  if (result.type === "photo") return photoOf(telegram, result);
  throw badRequest("can't parse inline query result: message_text must be specified");
}

function readResult(telegram: Telegram, result: Result): InlineResult {
  const { id, title, type, reply_markup: keyboard } = result;
  const bytes = Buffer.byteLength(id);
  if (bytes < 1 || bytes > 64) throw badRequest("RESULT_ID_INVALID");
  if (type === "article" && (title ?? "") === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  return {
    id,
    title: title ?? "",
    description: result.description ?? "",
    content: contentOf(telegram, result),
    ...(keyboard !== undefined && { keyboard }),
  };
}

function waiting(telegram: Telegram, id: string): InlineQuery {
  const query = telegram.inlineQueries.get(id);
  const isFresh = query !== undefined && telegram.clock.now() - query.time <= answerableFor;
  if (!isFresh || query.answer !== undefined) throw badRequest(tooOld);
  return query;
}

/** Seconds for which an answer is given again, where the bot does not say. */
const defaultCacheTime = 300;

function buttonOf({
  text,
  start_parameter: startParameter = "",
}: {
  readonly text: string;
  readonly start_parameter?: string;
}): InlineButton {
  if (text === "") throw badRequest("button text must be non-empty");
  if (startParameter === "") throw badRequest("START_PARAM_EMPTY");
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(startParameter)) throw badRequest("START_PARAM_INVALID");
  return { text, startParameter };
}

export const answerInlineQuery = method({
  name: "answerInlineQuery",
  parameters: {
    inline_query_id: need(string),
    results: need(list(object(resultFields))),
    cache_time: integer,
    is_personal: boolean,
    next_offset: string,
    button: object({ text: need(string), start_parameter: string }),
  },
  run(telegram, args) {
    if (args.results.length > mostResults) throw badRequest("RESULTS_TOO_MUCH");
    const results = args.results.map((result) => readResult(telegram, result));
    if (new Set(results.map(({ id }) => id)).size < results.length) {
      throw badRequest("RESULT_ID_DUPLICATE");
    }
    const nextOffset = args.next_offset ?? "";
    if (Buffer.byteLength(nextOffset) > 64) throw badRequest("NEXT_OFFSET_INVALID");
    const button = args.button && buttonOf(args.button);
    const query = waiting(telegram, args.inline_query_id);
    const answer = { results, nextOffset, ...(button !== undefined && { button }) };
    const { cache_time: cacheTime = defaultCacheTime, is_personal: isPersonal = false } = args;
    takeAnswer(telegram, query, answer, { cacheTime: Math.max(0, cacheTime), isPersonal });
    telegram.record.add({ type: "called", method: "answerInlineQuery", args });
    return true;
  },
});
