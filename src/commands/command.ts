import type { Language } from "../domain/language.ts";
import type { CommandName } from "./names.ts";
import type { Reply, Request } from "./request.ts";

/** One built-in command; its description is the locale key `interface:command.<name>`. */
export interface Command {
  readonly name: CommandName;
  /**
   * `decide`: in groups only those who may decide for the chat. `edit`: editors in the private chat;
   * for everybody else there is no such command.
   */
  readonly access: "read" | "decide" | "edit";
  readonly run: (request: Request, argument: string) => Promise<readonly Reply[]>;
}

/**
 * The language of help, buttons and settings: the chat's own, or where it reads both, the person's
 * Telegram language; English for a person who has neither.
 */
export function wordingOf(request: Pick<Request, "printing" | "person">): Language {
  const { language } = request.printing;
  return language === "both" ? (request.person?.language ?? "en") : language;
}
