import { badRequest } from "../api-error.ts";
import type { Entity } from "../control.ts";
import type { FormattedText } from "../world/model.ts";
import { clean } from "./clean.ts";
import { automatic, toEntity } from "./entities.ts";
import { checkEntities } from "./given-entities.ts";
import { tdExecute } from "./tdlib.ts";

/** Code points that a message may have after parsing, and its caption. */
const textLimit = 4096;
const captionLimit = 1024;
/** Bytes of a text before parsing. */
const rawLimit = 32_768;
/** Entities that Telegram keeps; it drops the others without a word. */
const entityLimit = 100;

export interface TextInput {
  readonly text: string;
  readonly parse_mode?: string | undefined;
  readonly entities?: readonly Entity[] | undefined;
}

/** A parsed text, and what Telegram would have dropped from it without an error. */
export interface ParsedText extends FormattedText {
  readonly drops: readonly string[];
}

function parse(text: string, mode: string): FormattedText {
  const result = tdExecute({
    _: "parseTextEntities",
    text,
    parse_mode:
      mode === "html"
        ? { _: "textParseModeHTML" }
        : { _: "textParseModeMarkdown", version: mode === "markdown" ? 1 : 2 },
  });
  if (result._ === "error") {
    const { message } = result;
    throw badRequest(message.charAt(0).toLowerCase() + message.slice(1));
  }
  const entities = result.entities.map(toEntity).filter((entity) => entity !== undefined);
  return { text: result.text, entities };
}

const modes = new Set(["", "none", "html", "markdown", "markdownv2"]);

function formatted(input: TextInput): FormattedText {
  const mode = (input.parse_mode ?? "").toLowerCase();
  if (!modes.has(mode)) throw badRequest("unsupported parse_mode");
  if (mode !== "" && mode !== "none") return parse(input.text, mode);
  const given = input.entities ?? [];
  checkEntities(input.text, given);
  return { text: input.text, entities: given.filter((entity) => !automatic.has(entity.type)) };
}

function found(text: string): readonly Entity[] {
  const result = tdExecute({ _: "getTextEntities", text });
  return result._ === "error"
    ? []
    : result.entities.map(toEntity).filter((entity) => entity !== undefined);
}

const opaque = new Set(["text_link", "text_mention", "code", "pre"]);

function withAutomatic(body: FormattedText): readonly Entity[] {
  const covers = body.entities.filter((entity) => opaque.has(entity.type));
  const free = found(body.text).filter(
    (auto) =>
      !covers.some(
        (cover) =>
          auto.offset < cover.offset + cover.length && cover.offset < auto.offset + auto.length,
      ),
  );
  return [...body.entities, ...free].toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function lostLinks(input: TextInput, entities: readonly Entity[]): readonly string[] {
  if ((input.parse_mode ?? "").toLowerCase() !== "html") return [];
  const intended = input.text.match(/<a\s[^>]*href/gi)?.length ?? 0;
  const kept = entities.filter((entity) => /^text_(link|mention)$/.test(entity.type)).length;
  return intended > kept ? [`${intended - kept} of ${intended} links`] : [];
}

function check(input: TextInput): ParsedText {
  if (Buffer.byteLength(input.text) > rawLimit) throw badRequest("text is too long");
  const body = clean(formatted(input));
  const all = withAutomatic(body);
  const drops = [...lostLinks(input, body.entities)];
  if (all.length > entityLimit) drops.push(`${all.length - entityLimit} of ${all.length} entities`);
  return { text: body.text, entities: all.slice(0, entityLimit), drops };
}

const cache = new Map<string, ParsedText>();
const cacheSize = 500;

/**
 * Parses, cleans and counts a text as Telegram does. The same input gives the same object again,
 * so that a broadcast of one text to many chats is parsed once.
 * @throws ApiError with Telegram's sentence: bad markup, more than 32,768 raw bytes.
 */
export function parseText(input: TextInput): ParsedText {
  const key = `${input.parse_mode ?? ""} ${JSON.stringify(input.entities ?? [])} ${input.text}`;
  const before = cache.get(key);
  if (before !== undefined) return before;
  const parsed = check(input);
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? "");
  cache.set(key, parsed);
  return parsed;
}

function codePoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xdc00 || unit > 0xdfff) count += 1;
  }
  return count;
}

/** The text of a message: 1–4096 code points after parsing. */
export function messageText(input: TextInput): ParsedText {
  if (input.text === "") throw badRequest("message text is empty");
  const parsed = parseText(input);
  if (parsed.text === "") throw badRequest("text must be non-empty");
  if (codePoints(parsed.text) > textLimit) throw badRequest("message is too long");
  return parsed;
}

/** The caption of a medium: 0–1024 code points after parsing. */
export function captionText(input: TextInput): ParsedText {
  const parsed = parseText(input);
  if (codePoints(parsed.text) > captionLimit) throw badRequest("message caption is too long");
  return parsed;
}
