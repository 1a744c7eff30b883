import type { Generated } from "kysely";

/**
 * `open`: its editor is at it, and there is one such an editor. `saved`: put aside. `waiting`: for
 * another editor's approval.
 */
export type DraftStatus = "open" | "saved" | "waiting" | "published" | "dropped";

/** A story that an editor is making of an article. */
export interface DeskDraftTable {
  readonly id: Generated<number>;
  readonly editor_id: number;
  /** Grows with every change, from 1. */
  readonly version: number;
  readonly status: DraftStatus;
  /** The whole of it, in JSON. */
  readonly state: string;
  readonly created_at: number;
  readonly updated_at: number;
}

/** What an editor did; it is only ever added to. */
export interface DeskLogTable {
  readonly id: Generated<number>;
  readonly at: number;
  readonly editor_id: number;
  /** As Telegram showed it then. */
  readonly editor_name: string;
  readonly draft_id: number;
  readonly action: string;
  /** What it was done to, in JSON. */
  readonly detail: string;
}
