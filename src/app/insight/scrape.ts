import type { Bulk } from "../../delivery/bulk.ts";
import type { Metrics } from "../../metrics.ts";
import { countCorrections } from "../../store/insight/corrections.ts";
import {
  countDue,
  countedStates,
  countInbox,
  countOutbox,
  oldestDue,
  oldestUpdate,
} from "../../store/insight/waiting.ts";
import type { Lease } from "../../store/lease.ts";
import type { Database } from "../../store/tables.ts";
import { undecidedStates } from "../../store/undecided.ts";
import { ageOf } from "./age.ts";
import type { Contact } from "./contact.ts";
import type { ContentState } from "./content-state.ts";
import { within } from "./within.ts";

export interface ScrapeParts {
  readonly metrics: Metrics;
  readonly db: Database;
  readonly now: () => Date;
  readonly contact: Contact;
  readonly content: ContentState;
  readonly bulk: Bulk;
  /** The lease while it is ours. */
  readonly lease: () => Lease | undefined;
}

/**
 * Milliseconds in which the store must answer; a reading that takes longer is waited for by the
 * next.
 */
const patience = 2000;

/** All metrics as they are now: those of the store are read as they are asked for. Never rejects. */
export function createScrape(parts: ScrapeParts): () => Promise<string> {
  let reading: Promise<Stored> | undefined;
  return async () => {
    reading ??= readStored(parts).finally(() => {
      reading = undefined;
    });
    showStored(parts.metrics, await within(patience, reading), parts.now());
    showOwn(parts);
    return parts.metrics.text();
  };
}

type Stored = Awaited<ReturnType<typeof readStored>>;

async function readStored({ db, now }: ScrapeParts) {
  return {
    outbox: await countOutbox(db),
    outboxOldest: await oldestDue(db, now()),
    waiting: await countInbox(db, "new"),
    dead: await countInbox(db, "dead"),
    inboxOldest: await oldestUpdate(db),
    schedules: await countDue(db, now()),
    corrections: await countCorrections(db),
  };
}

/** What the store did not say in time is left out, rather than shown as it was. */
function showStored(metrics: Metrics, stored: Stored | undefined, now: Date): void {
  metrics.set("store", stored === undefined ? 0 : 1, {});
  for (const state of countedStates) metrics.set("outbox", stored?.outbox[state], { state });
  metrics.set("outboxOldest", stored && ageOf(stored.outboxOldest, now), {});
  metrics.set("inbox", stored?.waiting, { state: "new" });
  metrics.set("inbox", stored?.dead, { state: "dead" });
  metrics.set("inboxOldest", stored && ageOf(stored.inboxOldest, now), {});
  metrics.set("schedules", stored?.schedules, {});
  for (const state of undecidedStates) {
    metrics.set("corrections", stored?.corrections[state], { state });
  }
}

function showOwn({ metrics, contact, content, bulk, lease }: ScrapeParts): void {
  const silence = contact.silence();
  metrics.set("telegram", silence === undefined ? undefined : silence / 1000, {});
  metrics.set("editionAge", content.age(), {});
  metrics.set("editionStories", content.stories(), {});
  for (const level of ["error", "warning"] as const) {
    metrics.set("problems", content.problems(level), { level });
  }
  metrics.set("rate", bulk.rate(), {});
  metrics.set("lease", lease() === undefined ? 0 : 1, {});
  metrics.set("epoch", lease()?.epoch, {});
}
