import type { Tables } from "../tables.ts";

export type Table = keyof Tables;

type Keys = { readonly [Name in Table]: readonly (string & keyof Tables[Name])[] };

/**
 * All that a store holds, and by what the rows of each table are told apart and put in order. Of
 * `reports` alone two may be the same, in all that they hold.
 */
export const keys: Keys = {
  chats: ["id"],
  inbox: ["update_id"],
  dialogues: ["person_id"],
  questions: ["person_id"],
  reports: ["person_id", "at"],
  schedules: ["id"],
  subscriptions: ["id"],
  managers: ["person_id", "chat_id"],
  revisions: ["story_id", "number"],
  alerts: ["story_id"],
  corrections: ["story_id"],
  shown: ["id"],
  shown_stories: ["shown_id", "story_id"],
  ledger: ["id"],
  runs: ["id"],
  messages: ["id"],
  outbox: ["id"],
  pictures: ["key"],
  desk_drafts: ["id"],
  desk_log: ["id"],
  searches: ["key"],
  edition: ["id"],
  publications: ["story_id"],
  cards: ["key"],
  marks: ["name"],
  lease: ["name"],
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Object.keys gives of them
export const tables = Object.keys(keys) as readonly Table[];
