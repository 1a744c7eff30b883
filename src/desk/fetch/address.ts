import { BlockList, isIP } from "node:net";

/**
 * What is not a public host's: IANA's special-purpose registries (RFC 6890 and its successors),
 * multicast and what is reserved.
 */
const notPublic4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

/**
 * Public IPv6 is inside 2000::/3, so that loopback, IPv4-mapped and -compatible addresses, NAT64,
 * unique-local, link-local and multicast ones are out already. These are the exceptions inside it:
 * Teredo and other protocols (2001::/23), documentation, 6to4, and AS112.
 */
const public6 = "2000::/3";
const notPublic6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

const closed = listOf([...notPublic4, ...notPublic6]);
const open6 = listOf([public6]);

/** Whether an IP address, as `dns.lookup` writes it, can be a host's on the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  // A zone (fe80::1%eth0) is an interface of this machine.
  if (version === 0 || address.includes("%")) return false;
  if (version === 4) return !closed.check(address, "ipv4");
  return open6.check(address, "ipv6") && !closed.check(address, "ipv6");
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", prefix] = range.split("/");
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
