/** A bad input or a fault, what is promised of it, and the tests that hold us to it. */
export interface Fault {
  readonly number: number;
  readonly fault: string;
  readonly promise: string;
  /** The files below `tests`, and the names of tests in them as they begin. */
  readonly tests: readonly (readonly [file: string, name: string])[];
}

/**
 * What can go wrong, all of it: `npm test -- -t "fault [0-9]"` plays it, `npm test -- -t "fault 12\\b"`
 * one. Of 1 to 31 every test also holds that the token is written nowhere, and that no process ends
 * unasked: see `tests/broadcast/stage.ts` and `no-token.ts`. Where chance has a part a test's name has
 * its seed, and `FAULT_SEED` plays it again; `FUZZ_RUNS=100` makes a hundred runs of it.
 */
export const faults: readonly Fault[] = [
  {
    number: 1,
    fault: "kill -9 at random times, 10,000 recipients, 100 runs",
    promise: "0 lost; doubled at most what was in flight at each kill",
    tests: [
      [
        "broadcast/kills.test.ts",
        "fault 1: a broadcast killed $kills times (seed $seed) loses nothing and doubles what was in flight at most",
      ],
      [
        "broadcast/kills.test.ts",
        "fault 1: the $scene of a broadcast killed $kills times (seed $seed) arrive whole and in order",
      ],
      ["postgres/replicas.test.ts", "fault 1: one is killed: the other goes on"],
    ],
  },
  {
    number: 2,
    fault: "kill -9 exactly between Telegram's ok and our commit",
    promise: "1 copy more at most, and it is marked",
    tests: [
      [
        "broadcast/points.test.ts",
        "fault 2: a kill between Telegram's answer and our commit doubles that one message, which says so",
      ],
    ],
  },
  {
    number: 3,
    fault: "kill -9 between the intent and the request",
    promise: "0 lost, 1 copy more at most",
    tests: [
      [
        "broadcast/points.test.ts",
        "fault 3: a kill while a request is $what loses nothing, and makes one more copy at most",
      ],
      [
        "broadcast/points.test.ts",
        "fault 3: a kill while Telegram cannot be reached loses and doubles nothing",
      ],
    ],
  },
  {
    number: 4,
    fault: "SIGTERM in the midst of a broadcast",
    promise: "0 lost, 0 doubled, the end within 65 s",
    tests: [
      [
        "postgres/replicas.test.ts",
        "fault 4: one is stopped: the other goes on, and nothing is doubled",
      ],
      [
        "broadcast/kills.test.ts",
        "fault 4: a broadcast stopped three times loses nothing and doubles nothing",
      ],
    ],
  },
  {
    number: 5,
    fault: "429 with retry_after 3 at every 20th call",
    promise: "no chat is tried before its time; all get theirs",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 5: where every 20th call is refused with 429, none before its time",
      ],
      [
        "delivery/rows.test.ts",
        "fault 5: a wait asked for at every 20th call is kept, and everything arrives",
      ],
    ],
  },
  {
    number: 6,
    fault: "429 with retry_after 86,400 for one chat",
    promise: "the others are reached; the chat is parked, over a restart too",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 6: but one that Telegram holds for two hours, which a restart does not try",
      ],
      [
        "broadcast/faults.test.ts",
        "fault 6: but one that Telegram holds for a day, whose news is kept",
      ],
      [
        "delivery/rows.test.ts",
        "fault 6, row 5: a chat that is to be left alone for long is parked, and somebody told",
      ],
    ],
  },
  {
    number: 7,
    fault: '429 without parameters, with retry_after "5" or -1',
    promise: "waits that grow, and no hurry",
    tests: [
      [
        "delivery/rows.test.ts",
        "fault 7, row 4: 429 with %j as its parameters makes all of bulk wait, longer each time",
      ],
      [
        "delivery/rows.test.ts",
        "fault 7: 429 with %j as its parameters, for minutes, is not asked for in a hurry",
      ],
      ["telegram/client.test.ts", "fault 7: takes no time from retry_after %j"],
    ],
  },
  {
    number: 8,
    fault: "Telegram's limits: 30 a second, 20 a minute in a group, 1 a second in a chat",
    promise: "under 1 % of 429 (here none)",
    tests: [
      [
        "delivery/bulk-rate.test.ts",
        "fault 8: reaches 2,000 chats at 97 % of the rate or more, without one 429",
      ],
      [
        "delivery/bulk-rate.test.ts",
        "fault 8: keeps the pace of every chat where groups and people are mixed",
      ],
      [
        "broadcast/limits.test.ts",
        "fault 8: a broadcast at Telegram's limits meets no 429, and answers overtake it",
      ],
    ],
  },
  {
    number: 9,
    fault: "502 with a page",
    promise: "tried again, and no token in the error",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 9: where a proxy answers 502 with a page, and no token is written down",
      ],
      [
        "delivery/rows.test.ts",
        "fault 9, row 30: an answer that is not Telegram's is a fault on the way",
      ],
    ],
  },
  {
    number: 10,
    fault: "200 with a page, with null, with {}",
    promise: "unknown, and the process lives",
    tests: [
      ["broadcast/faults.test.ts", "fault 10: where it was taken and the answer says nothing"],
      ["delivery/rows.test.ts", "fault 10, row 2: 200 with %s is unknown, and not sent again"],
      ["telegram/client.test.ts", "fault 10: was carried out by its status: %s"],
    ],
  },
  {
    number: 11,
    fault: "the server takes it, then resets the connection",
    promise: "2 copies at most",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 11: or twice where the connection is reset after Telegram took it",
      ],
      [
        "broadcast/faults.test.ts",
        "fault 11: where connections are reset before the request was read",
      ],
      [
        "delivery/rows.test.ts",
        "fault 11, fault 12, row 12: a request that was %s is made once more, and no more",
      ],
    ],
  },
  {
    number: 12,
    fault: "a close in the middle of a body that has a Content-Length",
    promise: "settled within 65 s (at once)",
    tests: [
      ["telegram/client.test.ts", "fault 12: is told from a refusal: %s"],
      [
        "delivery/rows.test.ts",
        "fault 11, fault 12, row 12: a request that was %s is made once more, and no more",
      ],
    ],
  },
  {
    number: 13,
    fault: "an answer after 25 s",
    promise: "exactly one copy",
    tests: [
      [
        "delivery/rows.test.ts",
        "fault 13: an answer after 25 seconds of the minute for it is waited for: one copy",
      ],
    ],
  },
  {
    number: 14,
    fault: "no answer ever",
    promise: "given up at the limit; unknown",
    tests: [
      [
        "delivery/rows.test.ts",
        "fault 14, row 12: one that was never answered ends at the limit of a send",
      ],
      [
        "delivery/rows.test.ts",
        "fault 14: and if none is ever answered, it is unknown after its second try",
      ],
    ],
  },
  {
    number: 15,
    fault: "connections refused for 10 min",
    promise: "0 lost, 0 doubled, no more memory",
    tests: [
      [
        "delivery/rows.test.ts",
        "fault 15, row 10: an outage of ten minutes loses nothing and doubles nothing",
      ],
      ["delivery/rows.test.ts", "fault 15: an outage takes no more memory the longer it lasts"],
      ["broadcast/faults.test.ts", "fault 15: where Telegram cannot be reached for ten seconds"],
    ],
  },
  {
    number: 16,
    fault: "no name is found, then it is",
    promise: "sending again within 60 s",
    tests: [
      [
        "delivery/rows.test.ts",
        "fault 16: while Telegram's name is not known (%s) all waits, and goes within a minute after",
      ],
    ],
  },
  {
    number: 17,
    fault: "409 on getUpdates for a minute",
    promise: "the process lives, and answers commands afterwards",
    tests: [
      [
        "telegram/polling.test.ts",
        "fault 17, row 15: waits out another process, says so once, and goes on",
      ],
      [
        "telegram/bot.test.ts",
        "fault 17: for a minute is waited out, and commands are answered afterwards",
      ],
    ],
  },
  {
    number: 18,
    fault: "401 in the midst of a broadcast",
    promise: "sending stops within a second; the rows wait",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 18: where the token is refused in the middle, once it is good again",
      ],
      [
        "delivery/rows.test.ts",
        "row %i, fault 18: %i leaves everything waiting, and somebody is told",
      ],
    ],
  },
  {
    number: 19,
    fault: "a group migrates in the midst of a broadcast",
    promise: "its new id is kept; 1 message there",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 19, fault 21, fault 22, fault 23: while they move, forbid, close or refuse",
      ],
      [
        "delivery/rows.test.ts",
        "fault 19, row 16: a group that became a supergroup gets its message there, once",
      ],
    ],
  },
  {
    number: 20,
    fault: "30 % of the chats have blocked the bot",
    promise: "left after one try; /start brings one back",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 20: but the third that has blocked the bot, each tried once, until one comes back",
      ],
      [
        "delivery/rows.test.ts",
        "fault 20, row 18: a third of the readers has gone, and each is asked once",
      ],
    ],
  },
  {
    number: 21,
    fault: "no right to write",
    promise: "paused, and the owner told once",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 19, fault 21, fault 22, fault 23: while they move, forbid, close or refuse",
      ],
      ["delivery/rows.test.ts", "fault 21, row 21: %s: the chat is reported, and its news is kept"],
      [
        "delivery/standing.test.ts",
        "fault 21: is told once, in both languages, what happened and what helps",
      ],
    ],
  },
  {
    number: 22,
    fault: "a topic is closed, deleted or General by its number",
    promise:
      "paused, the owner told once and offered General by a button (the design's word, not the list's); General has no number",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 19, fault 21, fault 22, fault 23: while they move, forbid, close or refuse",
      ],
      [
        "delivery/rows.test.ts",
        "fault 22, row 22: a %s topic is reported, and nothing goes anywhere else",
      ],
      ["delivery/standing.test.ts", "fault 22: is told once, and may send to General by a button"],
      [
        "telegram/incoming.test.ts",
        "fault 22: has its topic, unless that is General or a thread of replies",
      ],
      [
        "cli/subscribers.test.ts",
        "fault 22: has General by no number, though Telegram calls it topic 1",
      ],
    ],
  },
  {
    number: 23,
    fault: "400 in new words",
    promise: "that row alone is dead",
    tests: [
      [
        "broadcast/faults.test.ts",
        "fault 19, fault 21, fault 22, fault 23: while they move, forbid, close or refuse",
      ],
      [
        "delivery/rows.test.ts",
        "fault 23, row 27: new words of Telegram's fail one message and leave its chat alone",
      ],
    ],
  },
  {
    number: 24,
    fault: "two replicas; the leader is frozen and wakes",
    promise: "it sends 0 once it is awake",
    tests: [
      [
        "postgres/replicas.test.ts",
        "fault 24: the leader is frozen: the other goes on, and it sends nothing when it wakes",
      ],
      [
        "broadcast/two-processes.test.ts",
        "fault 24: the leader is frozen: the other goes on, and it sends nothing when it wakes",
      ],
      [
        "delivery/lease.test.ts",
        "fault 24, row 35: one that was frozen is no holder when it wakes up",
      ],
    ],
  },
  {
    number: 25,
    fault: "the leader's connection to PostgreSQL is cut",
    promise: "it stops; another leads within 30 s; doubled at most what was in flight",
    tests: [
      [
        "postgres/replicas.test.ts",
        "fault 25: the leader loses its store (%s): it stops, and the other goes on",
      ],
      [
        "postgres/replicas.test.ts",
        "fault 25: everyone's connections are cut: the broadcast goes on",
      ],
      ["postgres/replicas.test.ts", "fault 25: commits that nobody hears of strand nothing"],
      ["postgres/replicas.test.ts", "fault 25: without its store it still ends as it is asked to"],
      [
        "postgres/replicas.test.ts",
        "fault 25: PostgreSQL restarts under a broadcast, which goes on",
      ],
    ],
  },
  {
    number: 26,
    fault: "the disk is full; the store is locked for 30 s",
    promise: "nothing is sent without its intent; all goes on afterwards",
    tests: [
      [
        "broadcast/disk.test.ts",
        "fault 26: locked for a while: nothing goes out without its intent, and all once",
      ],
      [
        "broadcast/disk.test.ts",
        "fault 26: on a full disk: nothing goes out without its intent, and all once there is room",
      ],
      [
        "delivery/sender.test.ts",
        "fault 26, row 36: while the store is locked nothing is sent, and afterwards everything",
      ],
      [
        "store/transactions.test.ts",
        "fault 26: a full disk is called so, leaves nothing half done, and ends with room",
      ],
    ],
  },
  {
    number: 27,
    fault: "the clock 2 h ahead and 2 h behind; daylight saving both ways in Paris and Cairo",
    promise: "one digest a local day",
    tests: [
      ["delivery/windows.test.ts", "fault 27: survives %s"],
      [
        "delivery/windows.test.ts",
        "fault 27, row 37: set forward by two hours and back again repeats and skips nothing",
      ],
      [
        "delivery/windows.test.ts",
        "fault 27: set back by two hours and right again repeats and skips nothing",
      ],
    ],
  },
  {
    number: 28,
    fault: "the same update five times; ids out of order; ids anew after a gap",
    promise: "handled once",
    tests: [
      [
        "telegram/inbox-worker.test.ts",
        "fault 28: of updates that come five times, in any order and numbered anew, are each handled once",
      ],
      ["telegram/polling.test.ts", "fault 28, row 41: stores an update once that comes twice"],
    ],
  },
  {
    number: 29,
    fault: "a handler throws, never ends, or fails after its deadline",
    promise: "the update is kept and the next one handled; other chats do not wait",
    tests: [
      [
        "telegram/inbox-worker.test.ts",
        "fault 29, row 43: tries a poison update three times, sets it aside, and goes on with the next of the chat",
      ],
      [
        "telegram/inbox-worker.test.ts",
        "fault 29: frees a chat from a handler that hangs, and tells the handler",
      ],
      [
        "telegram/inbox-worker.test.ts",
        "fault 29: does not fall over a handler that fails after its deadline",
      ],
      [
        "telegram/inbox-worker.test.ts",
        "fault 29: lets the others pass while one chat hangs with a flood behind it",
      ],
      [
        "telegram/bot.test.ts",
        "fault 29: gets its answers in order, while another's handler hangs",
      ],
    ],
  },
  {
    number: 30,
    fault:
      "a webhook without the secret, with a wrong or a doubled one; GET; 10 MB; a body that drips; null, 5, [], no JSON",
    promise: "401, 403, 405, 413, 408, 400; no body is read before the secret; the server lives",
    tests: [
      ["server/server.test.ts", "fault 30: is turned away with nothing read: %s"],
      ["server/server.test.ts", "fault 30: gets no more than a status: %s %s"],
      ["server/server.test.ts", "fault 30: is refused above 256 KiB, said or not"],
      ["server/server.test.ts", "fault 30: is not waited for when it never finishes %s"],
      ["server/server.test.ts", "fault 30: is refused where it is none"],
      ["server/server.test.ts", "fault 30: is refused where it is not JSON: %j"],
      ["telegram/polling.test.ts", "fault 30: is refused where it is no update: %j"],
    ],
  },
  {
    number: 31,
    fault: "a webhook's body split inside an Arabic letter",
    promise: "the text is whole",
    tests: [
      [
        "server/server.test.ts",
        "fault 31: arrives whole when its body is split inside an Arabic letter",
      ],
      [
        "telegram/webhook.test.ts",
        "fault 31: brings updates into the inbox, split inside a letter as they may be",
      ],
    ],
  },
  {
    number: 32,
    fault: "a title <b>&amp;</i> a<b \"x\" 'y' &nbsp; &#xD800;",
    promise: "parsed, and shown as it is written",
    tests: [
      [
        "rendering/html.test.ts",
        "fault 32: shows any text as it is written, tags and entities too",
      ],
      [
        "rendering/html.test.ts",
        "fault 32, fault 37: is read by Telegram as our own reading has it, for any text",
      ],
      [
        "rendering/messages.test.ts",
        "fault 32, fault 35, fault 36: are read by Telegram as meant, inside every limit, nothing left out",
      ],
    ],
  },
  {
    number: 33,
    fault: "texts of exactly 4096 and 4097, with emoji, joiners, marks and tashkeel",
    promise: "never split inside a character, a tag or a link; every part is parsed",
    tests: [
      [
        "rendering/limits.test.ts",
        "fault 33: of 4096 units is one, of 4097 is two, and no character of it is cut",
      ],
      ["rendering/limits.test.ts", "fault 33: is packed so too, whatever its paragraphs and tags"],
      ["rendering/split.test.ts", "fault 33: loses no character, whatever is in it"],
      ["rendering/split.test.ts", "fault 33: is not broken inside a link that fits"],
    ],
  },
  {
    number: 34,
    fault: "33,000 bytes of which less than 4096 are seen",
    promise: "split before 32,768 bytes",
    tests: [
      [
        "rendering/limits.test.ts",
        "fault 34: of 33,000 bytes that show little is split before 32,768, with every link",
      ],
    ],
  },
  {
    number: 35,
    fault: "more than 100 entities",
    promise: "100 at most in a message, and none lost",
    tests: [
      [
        "rendering/limits.test.ts",
        "fault 35: of 250 entities has 100 at most in a message, and loses none",
      ],
      [
        "rendering/messages.test.ts",
        "fault 32, fault 35, fault 36: are read by Telegram as meant, inside every limit, nothing left out",
      ],
    ],
  },
  {
    number: 36,
    fault:
      "addresses: javascript:, https://, spaces, quotes, a user, an Arabic domain, 4 kB, tg://",
    promise: "the link is kept, or replaced by its text; links are counted",
    tests: [
      ["rendering/html.test.ts", "fault 36: is kept by Telegram: %s"],
      ["rendering/html.test.ts", "fault 36: is only its text for %s"],
      [
        "rendering/messages.test.ts",
        "fault 32, fault 35, fault 36: are read by Telegram as meant, inside every limit, nothing left out",
      ],
    ],
  },
  {
    number: 37,
    fault: "U+202E, U+2067, lone surrogates, NUL, tab and CR in a title",
    promise: "cleaned, and both languages in their order",
    tests: [
      ["rendering/html.test.ts", "fault 37: keeps line feeds and removes what Telegram would"],
      ["rendering/html.test.ts", "fault 37: are isolated in Arabic: %s"],
      [
        "rendering/messages.test.ts",
        "fault 37: run in the direction of their language, line by line",
      ],
    ],
  },
  {
    number: 38,
    fault:
      "pages: a billion laughs, a gigabyte of gzip, entities without end, a stream without end, windows-1256, a redirect to 169.254.169.254, a name that changes",
    promise: "refused within 10 s and 100 MB; others are fetched meanwhile",
    tests: [
      [
        "desk/fetch.test.ts",
        "fault 38: of a gigabyte in a megabyte takes no room, and others are fetched meanwhile",
      ],
      ["desk/fetch.test.ts", "fault 38: without an end is read no further than the limit"],
      ["desk/fetch.test.ts", "fault 38: is refused where a redirect leads to %s"],
      [
        "desk/fetch.test.ts",
        "fault 38: is asked where it was when it was checked, whatever its name means a moment later",
      ],
      ["desk/article.test.ts", "fault 38: of %s takes no room"],
      ["desk/article.test.ts", "fault 38: holds up nobody, however long it takes"],
      ["desk/article.test.ts", "fault 38: %s"],
    ],
  },
  {
    number: 39,
    fault:
      "forged presses: of another person, chat or version, of 65 bytes, at random; deep links of 65 letters, with ../, of another's",
    promise: "refused politely, and nothing changes",
    tests: [
      [
        "commands/answers.test.ts",
        "fault 39: «%s», forged or old, gets a polite answer and changes nothing",
      ],
      ["commands/answers.test.ts", "fault 39: %s gets the welcome"],
      [
        "commands/answers.test.ts",
        "fault 39: lets nobody but administrators press a setting, whoever opened the page",
      ],
      ["commands/channels.test.ts", "fault 39: is nobody else's to decide, whatever a button says"],
      [
        "commands/channels.test.ts",
        "fault 39: is not decided from a group either, with a button of the private chat",
      ],
      ["commands/channels.test.ts", "fault 39: stay closed to others: %s"],
      [
        "rendering/press.test.ts",
        "fault 39: is never read from anything else, and nothing makes the reading throw",
      ],
    ],
  },
  {
    number: 40,
    fault:
      "a command for administrators by another group's anonymous one, Channel_Bot, 777000, forwarded, edited, or by a member",
    promise: "refused; this group's own anonymous administrator may",
    tests: [
      [
        "telegram/incoming.test.ts",
        "fault 40: is an anonymous administrator only under the name of this very group",
      ],
      ["telegram/incoming.test.ts", "fault 40: is nobody where %i stands in for them"],
      ["telegram/incoming.test.ts", "fault 40: is never a command where it is forwarded"],
      [
        "telegram/bot.test.ts",
        "fault 40: are left alone where they are for another bot, edited, or a bot's",
      ],
      [
        "telegram/bot.test.ts",
        "fault 40: is an administrator who writes as the group, and nobody who writes as a channel",
      ],
      ["commands/answers.test.ts", "fault 40: keeps %s for administrators"],
    ],
  },
];
