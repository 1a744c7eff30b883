import type { Withdrawal } from "../domain/story.ts";
import { formatDate } from "./dates.ts";
import type { Html } from "./html.ts";
import { told } from "./told.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** That a story was withdrawn, when and why. */
export function withdrawalLine({ at, note }: Withdrawal, voice: Voice): Html {
  const args = { date: formatDate(at, voice), note: told(note, voice) };
  return say(voice.language, "printing:story.withdrawn", args);
}
