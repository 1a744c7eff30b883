/** The built-in commands in the order of the menu and of /help. */
export const listedNames = [
  "subscribe",
  "digest",
  "settings",
  "topics",
  "latest",
  "search",
  "figures",
  "sources",
  "story",
  "card",
  "history",
  "compare",
  "timeline",
  "cite",
  "export",
  "timezone",
  "language",
  "connect",
  "unsubscribe",
  "about",
  "help",
  "privacy",
  "forget",
] as const;

/** All of them; no topic may have their names. */
export const commandNames = [
  ...listedNames,
  "start",
  "stop",
  "confirm",
  "drafts",
  "log",
  "stats",
] as const;

export type ListedName = (typeof listedNames)[number];
export type CommandName = (typeof commandNames)[number];
