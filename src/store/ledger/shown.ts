import { createHash } from "node:crypto";
import type { Selectable, Transaction } from "kysely";
import type { Printing } from "../../domain/printing.ts";
import type { ShownTable } from "../tables/ledger.ts";
import type { Tables } from "../tables.ts";

/** What a message that shows figures is made of; parts of any form that JSON can hold. */
export interface Shown {
  readonly printing: Printing;
  readonly pieces: readonly unknown[];
  readonly keyboard?: readonly unknown[];
  /** By story the revisions that it has shown, oldest first; 0 for one that is not recorded. */
  readonly shows: Readonly<Record<string, readonly number[]>>;
}

/** Keeps a content; the same content has the same id. */
export async function keepShown(
  trx: Transaction<Tables>,
  shown: Shown,
  now: Date,
): Promise<number> {
  const { key, content } = writtenOf(shown);
  const known = await trx
    .selectFrom("shown")
    .select("id")
    .where("key", "=", key)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const { id } = await trx
    .insertInto("shown")
    .values({ key, ...content, made_at: now.getTime() })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ made_at: now.getTime() }))
    .returning("id")
    .executeTakeFirstOrThrow();
  const stories = Object.entries(shown.shows).flatMap(([story_id, numbers]) => {
    const number = numbers.at(-1) ?? 0;
    return number === 0 ? [] : [{ shown_id: id, story_id, number, judged: number }];
  });
  if (stories.length === 0) return id;
  await trx
    .insertInto("shown_stories")
    .values(stories)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

interface Written {
  readonly key: string;
  readonly content: Content;
}

/** A content never changes. */
const written = new WeakMap<Shown, Written>();

function writtenOf(shown: Shown): Written {
  const kept = written.get(shown);
  if (kept !== undefined) return kept;
  const content = contentOf(shown);
  const key = createHash("sha256").update(JSON.stringify(content)).digest("base64url");
  written.set(shown, { key, content });
  return { key, content };
}

type Content = Pick<Selectable<ShownTable>, "printing" | "pieces" | "keyboard" | "shows">;

function contentOf({ printing, pieces, keyboard, shows }: Shown): Content {
  return {
    printing: JSON.stringify(printing),
    pieces: JSON.stringify(pieces),
    keyboard: keyboard === undefined ? null : JSON.stringify(keyboard),
    shows: JSON.stringify(shows),
  };
}

/** The key of a content: 43 signs that differ wherever the content does. */
export function keyOfShown(shown: Shown): string {
  return writtenOf(shown).key;
}

/** A content as it was kept. */
export function shownOf({ printing, pieces, keyboard, shows }: Content): Shown {
  const parts: Pick<Shown, "printing" | "pieces" | "shows"> = {
    printing: JSON.parse(printing),
    pieces: JSON.parse(pieces),
    shows: JSON.parse(shows),
  };
  if (keyboard === null) return parts;
  const buttons: readonly unknown[] = JSON.parse(keyboard);
  return { ...parts, keyboard: buttons };
}
