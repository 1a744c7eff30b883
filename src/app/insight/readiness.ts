import type { Readiness } from "../../server/insight.ts";
import { ageOf } from "./age.ts";
import { mostSilence, type Contact } from "./contact.ts";
import type { ContentState } from "./content-state.ts";
import { within } from "./within.ts";
import { oldestDue, oldestUpdate } from "../../store/insight/waiting.ts";
import type { Database } from "../../store/tables.ts";
import type { Client } from "../../telegram/api/client.ts";

/** Who schedules and sends: whether anybody does, and whether it is this process. */
export interface Leader {
  readonly held: boolean;
  readonly ours: boolean;
}

export interface ReadinessParts {
  readonly db: Database;
  readonly now: () => Date;
  readonly client: Client;
  readonly contact: Contact;
  readonly leader: () => Promise<Leader>;
  readonly content: ContentState;
  readonly stopping: AbortSignal;
}

/** Milliseconds in which the store must answer. */
const patience = 2000;

/**
 * Whether this process can do its part, with what each part says. It is ready where it is not
 * stopping, the store answers in time, Telegram has answered lately, and somebody schedules and
 * sends. How far work lags and what is wrong with the content is shown and does not count: another
 * process would have the same. Never rejects, and answers within five seconds.
 */
export async function readiness(parts: ReadinessParts): Promise<Readiness> {
  const { client, contact, content, stopping } = parts;
  const [stored, silence] = await Promise.all([
    within(patience, readStore(parts)),
    within(patience + 500, contact.ask(client)),
  ]);
  const store = { ok: stored !== undefined };
  const telegram = { ok: isAnswering(silence ?? contact.silence()), silent: seconds(silence) };
  const leader = { ok: stored?.leader.held ?? false, ours: stored?.leader.ours ?? null };
  return {
    ready: !stopping.aborted && store.ok && telegram.ok && leader.ok,
    checks: {
      stopping: stopping.aborted,
      store,
      telegram,
      leader,
      lag: stored?.lag ?? null,
      edition: shown(content),
    },
  };
}

async function readStore({ db, now, leader }: ReadinessParts) {
  const held = await leader();
  const [outbox, inbox] = [await oldestDue(db, now()), await oldestUpdate(db)];
  const wholeAge = (since: Date | undefined): number => Math.round(ageOf(since, now()));
  return { leader: held, lag: { outbox: wholeAge(outbox), inbox: wholeAge(inbox) } };
}

function shown({ stories, age, problems }: ContentState): object {
  return {
    stories: stories(),
    age: Math.round(age()),
    errors: problems("error"),
    warnings: problems("warning"),
  };
}

function isAnswering(silence: number | undefined): boolean {
  return silence !== undefined && silence <= mostSilence;
}

function seconds(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms / 1000);
}
