import type { Language } from "../../domain/language.ts";
import { clean, isolateEnd, isolateForeign, isolateStart } from "./bidi.ts";

/** Telegram's HTML, escaped by construction. Only this module makes one from text. */
export interface Html {
  readonly html: string;
}

/** Text is cleaned and escaped on its way in; Html is taken as it is. */
export type Value = string | Html;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export function isHtml(value: unknown): value is Html {
  return typeof value === "object" && value !== null && "html" in value;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** The markup of a value, for a place between tags or in a double-quoted attribute. */
export function markup(value: Value): string {
  if (isHtml(value)) return value.html;
  return escape(clean(value));
}

/** A template whose literal parts are markup and whose values are escaped unless they are Html. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(markup)) };
}

/** One after the other, with a text between; empty parts leave no trace. */
export function join(parts: readonly Html[], separator: string): Html {
  const shown = parts.map((part) => part.html).filter((part) => part !== "");
  return { html: shown.join(markup(separator)) };
}

/** A text of one language, its foreign runs isolated. */
export function prose(text: string, language: Language): Html {
  return { html: escape(isolateForeign(text, language)) };
}

/** A value whose letters do not disturb the order of the line that it stands in. */
export function isolate(value: Value): Html {
  return { html: isolateStart + markup(value) + isolateEnd };
}

/**
 * Typed text, an id or a command as one run: cleaned, escaped, on one line, and its parts in their
 * own order, where `prose` would isolate each foreign word of it by itself.
 */
export function asOneRun(text: string): Html {
  return isolate(text.trim().replace(/\s+/g, " "));
}

/** The longest address that is printed as a link: longer ones would eat a message's bytes. */
const longestAddress = 2048;

/** An address that Telegram makes a link of, in its normal form; undefined where it would not. */
export function linkable(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(url);
  const web = protocol === "http:" || protocol === "https:";
  const plain = username === "" && password === "" && !hostname.startsWith("[");
  const named = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(hostname);
  return web && plain && named && href.length <= longestAddress ? href : undefined;
}

/**
 * A link; only its text where the address is none that Telegram would open, and the address itself
 * where there is no text to press.
 */
export function link(url: string, text: Value): Html {
  const address = linkable(url);
  const shown = html`${text}`;
  if (address === undefined) return shown;
  return html`<a href="${address}">${visible(shown).trim() === "" ? address : shown}</a>`;
}

const characters: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(escapes).map(([sign, escape]) => [escape, sign]),
);

/** The text of a markup that this module made: what a reader sees of it. */
export function visible({ html }: Html): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot);/g, (escape) => characters[escape] ?? escape);
}
