import { visible } from "./html.ts";
import type { Html } from "./html.ts";
import { runsOf } from "./runs.ts";

/** What a message uses of Telegram's limits. */
export interface Cost {
  /** UTF-16 units of the text that is left when the tags are parsed. */
  readonly units: number;
  readonly entities: number;
  /** UTF-8 bytes of the markup as it is sent. */
  readonly bytes: number;
}

export const nothing: Cost = { units: 0, entities: 0, bytes: 0 };

/** What a message may use. */
export const messageLimits: Cost = { units: 4096, entities: 100, bytes: 32_768 };

/** What one that shows figures may use: a line that corrects them must fit later. */
export const figureLimits: Cost = { units: 3600, entities: 90, bytes: 30_000 };

/** What the caption of a picture may use. */
export const captionLimits: Cost = { ...messageLimits, units: 1024 };

/** The cost of a markup; a tag with nothing in it makes no entity. */
export function costOf(html: Html): Cost {
  const tags = runsOf(html).flatMap(({ around }) =>
    around.filter(({ markup }) => markup.startsWith("<")),
  );
  return {
    units: visible(html).length,
    entities: new Set(tags).size,
    bytes: Buffer.byteLength(html.html),
  };
}

export function add(one: Cost, other: Cost): Cost {
  return {
    units: one.units + other.units,
    entities: one.entities + other.entities,
    bytes: one.bytes + other.bytes,
  };
}

/** What is left of limits. */
export function less(limits: Cost, cost: Cost): Cost {
  return {
    units: limits.units - cost.units,
    entities: limits.entities - cost.entities,
    bytes: limits.bytes - cost.bytes,
  };
}

export function isWithin(cost: Cost, limits: Cost): boolean {
  return (
    cost.units <= limits.units && cost.entities <= limits.entities && cost.bytes <= limits.bytes
  );
}
