/** Somebody who writes as the group itself: @GroupAnonymousBot. */
export const groupAnonymousBot = 1087968824;

/**
 * Telegram's users that stand in for senders who are not people, or hide who they are. They are the
 * same in every chat, so they say nothing about who it was, and have no rights of their own
 * (telegram-facts.md 5.1, 10 and 11).
 */
export const standIns: readonly number[] = [
  groupAnonymousBot,
  /** Somebody who writes as a channel. */
  136817688,
  /** Telegram itself, for posts of a linked channel. */
  777000,
];
