import type { Withdrawal } from "../../domain/story.ts";
import { formatDate } from "../text/dates.ts";
import type { Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** That a story was withdrawn, when and why. */
export function withdrawalLine({ at, note }: Withdrawal, voice: Voice): Html {
  const args = { date: formatDate(at, voice), note: told(note, voice) };
  return say(voice.language, "printing:story.withdrawn", args);
}
