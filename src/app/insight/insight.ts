import type { Insight } from "../../server/insight.ts";
import { isTaken } from "../../store/lease.ts";
import { leadingLease } from "../replicas/replicas.ts";
import { readiness, type Leader, type ReadinessParts } from "./readiness.ts";
import { createScrape, type ScrapeParts } from "./scrape.ts";

export type InsightParts = ScrapeParts & Omit<ReadinessParts, "leader">;

/** What those who run the bot see of it. */
export function createInsight(parts: InsightParts): Insight {
  const scrape = createScrape(parts);
  const ready = { ...parts, leader: () => leaderOf(parts) };
  return {
    ready: () => readiness(ready),
    metrics: async () => ({ type: parts.metrics.contentType, text: await scrape() }),
  };
}

async function leaderOf({ db, lease }: InsightParts): Promise<Leader> {
  return { held: await isTaken(db, leadingLease), ours: lease() !== undefined };
}
