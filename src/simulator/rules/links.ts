import { badRequest } from "../api-error.ts";
import { tdExecute } from "./tdlib.ts";

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

function reason(url: string): string {
  if (url.trim() === "") return "URL host is empty";
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const known = scheme === undefined || scheme === "http" || scheme === "https";
  return known ? "Wrong HTTP URL" : "Unsupported URL protocol";
}

/**
 * Checks an address with TDLib's own rules: it keeps the link of an `<a href>` only if they hold.
 * `what` begins the sentence of the error, such as "inline keyboard button URL".
 */
export function checkUrl(url: string, what: string): void {
  const result = tdExecute({
    _: "parseTextEntities",
    text: `<a href="${escape(url)}">x</a>`,
    parse_mode: { _: "textParseModeHTML" },
  });
  if (result._ === "formattedText" && result.entities.length === 1) return;
  throw badRequest(`${what} '${url}' is invalid: ${reason(url)}`);
}
