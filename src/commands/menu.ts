import type { Edition } from "../domain/edition.ts";
import type { Language } from "../domain/language.ts";
import { label } from "../rendering/text/translate.ts";
import { listedNames, type ListedName } from "./names.ts";

export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** People whose Telegram is in neither language get the menu in English, under no language. */
const audiences = [
  { languageCode: "ar", language: "ar" },
  { languageCode: "en", language: "en" },
  { languageCode: "", language: "en" },
] as const;

const scopes = ["default", "all_private_chats", "all_group_chats"] as const;

/** Telegram shows 100 commands at most; the built-in ones are not to be pushed out by topics. */
const mostCommands = 100;
/** Telegram's longest description of a command, in characters. */
const longestDescription = 256;

/** What is not about one person, in the order of the private menu. */
const inGroups: readonly ListedName[] = [
  "subscribe",
  "digest",
  "settings",
  "topics",
  "latest",
  "search",
  "figures",
  "sources",
  "unsubscribe",
  "help",
];

/** What Telegram should show of the bot for this edition: menus and descriptions per language. */
export function planMenu(edition: Edition) {
  const menus = scopes.flatMap((scope) =>
    audiences.map(({ languageCode, language }) => ({
      scope,
      languageCode,
      commands: menu(edition, language, scope === "all_private_chats" ? listedNames : inGroups),
    })),
  );
  const descriptions = audiences.map(({ languageCode, language }) => ({
    languageCode,
    description: label(language, "interface:profile.description"),
    shortDescription: label(language, "interface:profile.short"),
  }));
  return { menus, descriptions };
}

function menu(
  edition: Edition,
  language: Language,
  names: readonly ListedName[],
): readonly MenuCommand[] {
  const topics = [...edition.topics.values()]
    .slice(0, mostCommands - names.length)
    .map(({ id, about }) => ({ command: id, description: shortened(about[language]) }));
  const builtIn = names.map((name) => ({
    command: name,
    description: label(language, `interface:command.${name}`),
  }));
  return [...topics, ...builtIn];
}

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longestDescription
    ? text
    : `${characters.slice(0, longestDescription - 1).join("")}…`;
}
