import type { Sentence } from "../text/sentences.ts";
import { arabicVoices } from "./arabic-voices.ts";
import { englishVoices } from "./english-voices.ts";

/** Somebody whom a sentence names for what it says. */
export interface Voice {
  /** Tokens of the name, both included; undefined where it only says "he added". */
  readonly name?: readonly [first: number, last: number];
  /** The first token of "Dr. Adams said" or "according to Dr. Adams". */
  readonly at: number;
  /** `saying` speaks of what follows it first, `citing` of all around it. */
  readonly manner: "saying" | "citing";
  /** News agencies relay what others say. */
  readonly isAgency: boolean;
  /** In brackets: it relays, and stands for nothing itself. */
  readonly isAside?: true;
}

/** The voices of a sentence, from its beginning to its end. */
export function voicesOf(sentence: Sentence): readonly Voice[] {
  const { language, tokens } = sentence;
  return language === "ar" ? arabicVoices(tokens) : englishVoices(tokens);
}

/** Who stands for what is said at a token: who speaks before it, else who is cited around it. */
export function voiceOf(voices: readonly Voice[], token: number): Voice | undefined {
  const before = voices.filter(({ at }) => at <= token);
  const after = voices.filter(({ at }) => at > token);
  return before.findLast(({ manner }) => manner === "saying") ?? after[0] ?? before.at(-1);
}
