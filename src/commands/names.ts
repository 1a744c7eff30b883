/** The built-in commands in the order of the menu and of /help; no topic may have their names. */
export const commandNames = [
  "topics",
  "latest",
  "figures",
  "sources",
  "story",
  "language",
  "settings",
  "about",
  "help",
  "privacy",
  "forget",
  "start",
] as const;

export type CommandName = (typeof commandNames)[number];
