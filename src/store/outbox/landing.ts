import type { Candidate } from "./candidate.ts";

/** What became of a row that was sent. */
export type Landing =
  /** `sentId`: Telegram's id of the message, where it said one. */
  | { readonly type: "sent"; readonly sentId?: number; readonly at: Date }
  | {
      readonly type: "again";
      readonly notBefore: Date;
      /** Nothing can have arrived, so that the attempt is not one. */
      readonly uncounted?: true;
      /** The message may be there already. */
      readonly resent?: true;
      /** What is to be different; without it, as before. */
      readonly reason?: string;
      /** The chat's new id. */
      readonly chatId?: number;
    }
  | { readonly type: "unknown"; readonly reason: string }
  | {
      readonly type: "dead";
      readonly reason: string;
      /** What it would have told is for the next digest of its place. */
      readonly keepsNews: boolean;
      /**
       * The message that was to be edited is `gone`, or stays as it is for ever: `fixed`, or until
       * its chat is there again: `unreached`.
       */
      readonly message?: "gone" | "fixed" | "unreached";
    };

/** What a row was when it was taken. */
export interface Flown {
  readonly id: number;
  readonly task: Candidate["task"];
  readonly messageId: number;
  /** Of the lease under which it was sent. */
  readonly epoch: number;
  readonly chatId: number;
  /** What the words that are sent are made of. */
  readonly shownId: number | null;
}

export interface Landed extends Flown {
  readonly landing: Landing;
}
