import { isPublicAddress } from "./address.ts";
import { FetchError } from "./fetch-error.ts";

/** All IP addresses of a host name; of an address, itself. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What is open besides the public internet: for tests, whose servers are on this machine. */
export interface Openings {
  readonly addresses: readonly string[];
  readonly ports: readonly number[];
}

/** A place that may be asked, and where it was when it was looked at. */
export interface Target {
  readonly url: URL;
  /** Never empty. */
  readonly addresses: readonly string[];
}

const ports: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * The place that a web address names, if it is one of the public internet.
 *
 * @throws FetchError where anything about it is not
 */
export async function targetOf(
  address: string | URL,
  resolve: Resolve,
  open: Openings,
): Promise<Target> {
  const url = webAddress(address);
  const port = url.port === "" ? ports[url.protocol] : Number(url.port);
  if (port === undefined || ![80, 443, ...open.ports].includes(port)) {
    throw new FetchError(`port ${url.port}: expected 80 or 443`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = await resolve(host);
  if (addresses.length === 0) throw new FetchError(`${host} has no address`);
  const inside = addresses.find(
    (address) => !isPublicAddress(address) && !open.addresses.includes(address),
  );
  if (inside !== undefined) {
    const found = inside === host ? host : `${host} is ${inside}`;
    throw new FetchError(`${found}: expected a place on the public internet`);
  }
  return { url, addresses };
}

function webAddress(address: string | URL): URL {
  const url = URL.parse(String(address));
  if (url === null || ports[url.protocol] === undefined) {
    throw new FetchError("expected a web address that begins with https:// or http://");
  }
  if (url.username !== "" || url.password !== "") {
    throw new FetchError("expected a web address without a user name or password");
  }
  return url;
}
