import { onTestFinished } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import type { Story } from "../../src/domain/story.ts";
import { settleCorrection } from "../../src/store/ledger/corrections.ts";
import { queueEdits } from "../../src/store/ledger/edits.ts";
import { judge, readUnjudged } from "../../src/store/ledger/judging.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import type { Shown } from "../../src/store/ledger/shown.ts";
import type { Candidate } from "../../src/store/outbox/candidate.ts";
import type { Landing } from "../../src/store/outbox/landing.ts";
import type { Lease } from "../../src/store/lease.ts";
import { turnOutbox, type TakenRow } from "../../src/store/outbox/outbox.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";
import { leaseOf } from "../delivery/rig.ts";

export const start = new Date("2026-11-22T06:00:00Z");
export const story = "aaaa";

export function after(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000);
}

export function killed(count: number, given: Partial<Story> = {}): Story {
  const figures = [aFigure({ amount: { type: "count", count } })];
  const date = { from: "2026-11-22", to: "2026-11-22" };
  return aStory({ id: story, date, figures, ...given });
}

/** A content that shows the story; `of` tells it from others that show the same. */
export function content(numbers: readonly number[], of = "x"): Shown {
  const printing = { language: "ar", digits: "latin", months: "double" } as const;
  return { printing, pieces: [of], shows: { [story]: numbers } };
}

/** For turns that only write what has landed. */
export const chooseNone = () => ({ go: [], wait: [] });

/** For turns that take whatever may go. */
export const chooseAll = (go: readonly Candidate[]) => ({ go, wait: [] });

/** A store with a ledger, in which corrections are made by hand. */
export interface Desk {
  readonly db: Database;
  readonly lease: Lease;
  /** The story with this many killed is what the content says from now on. */
  readonly publish: (count: number, given?: Partial<Story>) => Promise<void>;
  readonly deliver: (chatId: number, sentId: number | undefined, shown?: Shown) => Promise<void>;
  /** Messages are brought to this revision; gives the corrections that were judged. */
  readonly settle: (number: number, told?: boolean) => Promise<void>;
  readonly queueAll: () => Promise<void>;
  readonly take: () => Promise<readonly TakenRow[]>;
  readonly land: (row: TakenRow, landing?: Landing) => Promise<void>;
  /** Takes and lands until nothing waits; gives what was sent. */
  readonly drain: () => Promise<readonly TakenRow[]>;
  /** What each message shows, as far as the ledger knows. */
  readonly shows: () => Promise<readonly string[]>;
}

export async function openDesk(): Promise<Desk> {
  const db = await openFresh();
  onTestFinished(() => db.destroy());
  const lease = await leaseOf(db, "test:1");
  let minutes = 0;
  let nextId = 900;
  const pass = () => after((minutes += 1));

  const desk: Desk = {
    db,
    lease,
    async publish(count, given) {
      await recordEdition(db, anEdition({ stories: [killed(count, given)] }), pass());
    },
    async deliver(chatId, sentId, shown) {
      await recordDelivered(db, [{ chatId, threadId: 0, sentId, shown, at: pass() }]);
    },
    async settle(number, told = true) {
      await settleCorrection(db, { story, number }, after(40_000), pass());
      await judgeAll(db, told, pass());
    },
    async queueAll() {
      while (await queueEdits(db, 100));
    },
    async take() {
      const turned = await turnOutbox(db, {
        lease,
        now: pass(),
        landed: [],
        room: 50,
        choose: chooseAll,
      });
      return turned.type === "turned" ? turned.taken : [];
    },
    async land(row, given) {
      nextId += 1;
      const landing: Landing = given ?? { type: "sent", sentId: nextId, at: pass() };
      const turn = { lease, now: pass(), room: 0, choose: chooseNone };
      await turnOutbox(db, { ...turn, landed: [{ ...row, landing }] });
    },
    async drain() {
      const sent: TakenRow[] = [];
      for (;;) {
        const rows = await desk.take();
        if (rows.length === 0) return sent;
        for (const row of rows) await desk.land(row);
        sent.push(...rows);
        await desk.queueAll();
      }
    },
    async shows() {
      const rows = await db
        .selectFrom("ledger")
        .innerJoin("shown", "shown.id", "ledger.shown_id")
        .select(["chat_id", "sent_id", "shows"])
        .orderBy("ledger.id")
        .execute();
      return rows.map(({ chat_id, sent_id, shows }) => {
        const numbers: Record<string, readonly number[]> = JSON.parse(shows);
        return `${chat_id}/${sent_id ?? "?"}: ${(numbers[story] ?? []).join(" ")}`;
      });
    },
  };
  return desk;
}

/** Every content is outdated that shows an earlier revision than the story has settled at. */
export async function judgeAll(db: Database, told: boolean, now: Date): Promise<void> {
  for (const unjudged of await readUnjudged(db, 100)) {
    const settled = unjudged.settled[story];
    const chain = unjudged.shown.shows[story] ?? [];
    if (settled === undefined) throw new Error("nothing has settled");
    const { number, runId } = settled;
    const shown = { ...unjudged.shown, shows: { [story]: [...chain, number] } };
    const message = { html: `now ${number}`, shown };
    const notice = told && { notice: { html: `not ${chain.join(" ")}` } };
    const verdict = { type: "outdated", runId, message, ...notice } as const;
    await judge(db, [{ content: unjudged, verdict }], now);
  }
}

/** What each message of the outbox was about. */
export function tasks(rows: readonly TakenRow[]): readonly string[] {
  return rows.map(({ task, chatId, editsId, replyTo, html }) =>
    [task, chatId, editsId ?? replyTo ?? "-", html].join(" "),
  );
}
