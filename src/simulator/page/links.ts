import type { State } from "../control.ts";
import type { Place } from "./place.ts";

/** What pressing a link does. */
export type Link =
  | { readonly type: "start"; readonly payload: string }
  | { readonly type: "place"; readonly place: Place }
  | { readonly type: "web"; readonly url: string }
  | { readonly type: "dead" };

const telegramHosts = new Set(["t.me", "telegram.me", "telegram.dog"]);

function parse(url: string): URL | undefined {
  return URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`) ?? undefined;
}

function chatLink(state: State, url: URL): Link | undefined {
  const name = url.pathname.split("/")[1]?.toLowerCase();
  if (name === undefined || name === "") return undefined;
  if (name === state.bot.username.toLowerCase()) {
    const payload = url.searchParams.get("start");
    return payload === null
      ? { type: "place", place: { chatId: state.person.id } }
      : { type: "start", payload };
  }
  const chat = state.chats.find(({ username }) => username?.toLowerCase() === name);
  return chat && { type: "place", place: { chatId: chat.id } };
}

/** Only web and mail addresses lead out of the page; links to the bot and to known chats stay in. */
export function readLink(state: State, address: string): Link {
  const url = parse(address);
  if (url === undefined) return { type: "dead" };
  if (url.protocol === "mailto:") return { type: "web", url: url.href };
  if (url.protocol !== "http:" && url.protocol !== "https:") return { type: "dead" };
  const inside = telegramHosts.has(url.hostname) ? chatLink(state, url) : undefined;
  return inside ?? { type: "web", url: url.href };
}

/** Where an `@name` leads, if the page knows it. */
export function readMention(state: State, mention: string): Link {
  const url = parse(`https://t.me/${mention.replace(/^@/, "")}`);
  return (url && chatLink(state, url)) ?? { type: "dead" };
}
