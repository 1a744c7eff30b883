import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { Agent, request, type Dispatcher } from "undici";
import { bodyOf } from "./body.ts";
import { FetchError } from "./fetch-error.ts";
import { targetOf, type Openings, type Resolve, type Target } from "./target.ts";

/** A page as it was sent, unpacked. */
export interface Fetched {
  /** Where it was found in the end. */
  readonly url: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface FetchOptions {
  /** Gives up when aborted. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all of it: names, connections, redirects and the last byte. */
  readonly limit?: number;
  /** In place of the system's. */
  readonly resolve?: Resolve;
  /** For tests only: the product opens nothing. */
  readonly open?: Openings;
}

const mostMs = 20_000;
const mostRedirects = 4;
const mostHeaderBytes = 16_384;

const types = ["text/html", "text/plain", "application/xhtml+xml"];
const redirects = [301, 302, 303, 307, 308];

/**
 * Fetches an article from the public internet, whatever it and those on the way try
 * (telegram-facts.md 5.1, 16 and 18): only http and https on ports 80 and 443; no name or address
 * that leads into a private network, checked anew at each redirect and connected to as it was
 * checked; no proxy, cookies or credentials; the limits above, and 5 MB unpacked.
 *
 * @throws FetchError, in words for the editor
 */
export async function fetchArticle(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const late = AbortSignal.timeout(options.limit ?? mostMs);
  const signal = AbortSignal.any([late, ...(options.signal ? [options.signal] : [])]);
  try {
    return await inTime(followed(address, { ...options, signal }), signal);
  } catch (error) {
    throw error instanceof FetchError ? error : new FetchError(reasonOf(error, late));
  }
}

interface Way extends FetchOptions {
  readonly signal: AbortSignal;
}

async function followed(address: string, way: Way): Promise<Fetched> {
  let next: string | URL = address;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const { resolve = systemResolve, open = { addresses: [], ports: [] } } = way;
    const answer = await ask(await targetOf(next, resolve, open), way.signal);
    if (!(answer instanceof URL)) return answer;
    next = answer;
  }
  throw new FetchError(`more than ${mostRedirects} redirects`);
}

async function systemResolve(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

/** One request: the page, or where to ask instead. */
async function ask(target: Target, signal: AbortSignal): Promise<Fetched | URL> {
  const agent = new Agent({
    allowH2: false,
    maxHeaderSize: mostHeaderBytes,
    connect: { lookup: pinned(target.addresses) },
  });
  try {
    const { statusCode, headers, body } = await request(target.url, {
      dispatcher: agent,
      signal,
      headers: { accept: types.join(", "), "accept-encoding": "gzip", "user-agent": "Mujaz" },
    });
    const location = headers.location;
    if (redirects.includes(statusCode) && typeof location === "string") {
      return redirectOf(location, target.url);
    }
    if (statusCode !== 200) throw new FetchError(`the answer is ${statusCode}: expected a page`);
    const contentType = typeOf(headers["content-type"]);
    const bytes = await bodyOf(body, encodingOf(headers));
    return { url: target.url.href, contentType, bytes };
  } finally {
    await agent.destroy();
  }
}

/** Connections go to these addresses, whatever the name has come to mean since they were checked. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: wantsAll }, answer) => {
    const [first] = all;
    if (wantsAll) answer(null, all);
    else if (first !== undefined) answer(null, first.address, first.family);
  };
}

function redirectOf(location: string, from: URL): URL {
  const url = URL.parse(location, from.href);
  if (url === null) throw new FetchError("a redirect that leads nowhere");
  return url;
}

function typeOf(header: string | readonly string[] | undefined): string {
  const contentType = typeof header === "string" ? header : "";
  const [type = ""] = contentType.toLowerCase().split(";", 1);
  if (types.includes(type.trim())) return contentType;
  const found = /^[\w.+/-]{1,100}$/.test(type.trim()) ? type.trim() : "no type";
  throw new FetchError(`${found}: expected one of ${types.join(", ")}`);
}

/** Given twice, it is a list, and so packed twice. */
function encodingOf(headers: Dispatcher.ResponseData["headers"]): string {
  return [headers["content-encoding"] ?? []].flat().join(",");
}

/** Names are looked up without a way to stop that. */
async function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function reasonOf(error: unknown, late: AbortSignal): string {
  if (late.aborted) return "no answer in time";
  const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
  return `cannot be fetched (${code})`;
}
