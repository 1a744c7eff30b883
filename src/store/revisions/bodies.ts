import type { Kysely, Selectable } from "kysely";
import type { Weight } from "../../domain/change.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Source } from "../../domain/source.ts";
import type { Story } from "../../domain/story.ts";
import type { RevisionTable } from "../tables/revisions.ts";
import type { Tables } from "../tables.ts";

/** A revision of a story, whole. */
export interface StoredRevision {
  /** From 1. */
  readonly number: number;
  readonly knownAt: Date;
  /** What changed since the one before; `passing` where others followed before the story settled. */
  readonly weight: "first" | "passing" | Weight;
  readonly story: Story;
  /** Those that it quotes, as they were called then. */
  readonly sources: readonly Source[];
}

interface Body {
  readonly story: Story;
  readonly sources: readonly Source[];
}

/** What is kept of a story, in JSON. */
export function bodyOf(story: Story, sources: Edition["sources"]): string {
  const attributed = story.figures.flatMap(({ attribution }) =>
    attribution.type === "none" ? [attribution.via] : [attribution.source, attribution.via],
  );
  const quoted = [...new Set([...story.sources, ...attributed])];
  const body: Body = {
    story,
    sources: quoted.flatMap((id) => sources.get(id ?? "") ?? []),
  };
  return JSON.stringify(body);
}

export function storyOf(body: string): Story {
  const { story }: Body = JSON.parse(body);
  return story;
}

/** Every story as it was recorded last, where it was not withdrawn. */
export async function readTold(db: Kysely<Tables>): Promise<readonly Story[]> {
  const rows = await db
    .selectFrom("revisions as last")
    .select("last.body")
    .where("last.body", "is not", null)
    .where("last.number", "=", (select) =>
      select
        .selectFrom("revisions as any")
        .select((max) => max.fn.max("any.number").as("number"))
        .whereRef("any.story_id", "=", "last.story_id"),
    )
    .execute();
  return rows
    .flatMap(({ body }) => (body === null ? [] : [storyOf(body)]))
    .filter(({ withdrawn }) => withdrawn === undefined);
}

/** All revisions of a story whose body is kept, oldest first. */
export async function readRevisions(
  db: Kysely<Tables>,
  storyId: string,
): Promise<readonly StoredRevision[]> {
  const rows = await keptBodies(db).where("story_id", "=", storyId).orderBy("number").execute();
  return rows.flatMap(revisionOf);
}

/** The revisions of several stories, newest first over all. */
export async function readHistory(
  db: Kysely<Tables>,
  storyIds: readonly string[],
): Promise<readonly StoredRevision[]> {
  if (storyIds.length === 0) return [];
  const rows = await keptBodies(db)
    .where("story_id", "in", storyIds)
    .orderBy("known_at", "desc")
    .orderBy("story_id")
    .orderBy("number", "desc")
    .execute();
  return rows.flatMap(revisionOf);
}

function keptBodies(db: Kysely<Tables>) {
  return db
    .selectFrom("revisions")
    .select(["number", "known_at", "weight", "body"])
    .where("body", "is not", null);
}

type Row = Pick<Selectable<RevisionTable>, "number" | "known_at" | "weight" | "body">;

function revisionOf({ number, known_at, weight, body }: Row): StoredRevision[] {
  if (body === null) return [];
  const { story, sources }: Body = JSON.parse(body);
  return [{ number, knownAt: new Date(known_at), weight: weight ?? "first", story, sources }];
}
