import type { NamedTest } from "../named-tests.ts";

/** What holds against somebody who means harm, and the tests that hold us to it. */
export interface SecurityPromise {
  readonly item: number;
  /** As the table in the README's section on security has it. */
  readonly promise: string;
  readonly tests: readonly NamedTest[];
}

const twice = "is turned away with nothing read: %s";

export const promises: readonly SecurityPromise[] = [
  {
    item: 1,
    promise: "No webhook without a secret: the bot does not start",
    tests: [["config.test.ts", "wants the webhook's address and secret together"]],
  },
  {
    item: 2,
    promise: "The secret is checked before anything of the body is read, in constant time, once",
    tests: [["server/server.test.ts", twice]],
  },
  {
    item: 3,
    promise: "POST and JSON only, 256 KiB and ten seconds at most, letters decoded whole",
    tests: [
      ["server/server.test.ts", "gets no more than a status: %s %s"],
      ["server/server.test.ts", "is refused as %s"],
      ["server/server.test.ts", "is refused above 256 KiB, said or not"],
      ["server/server.test.ts", "is not waited for when it never finishes %s"],
      ["server/server.test.ts", "arrives whole when its body is split inside an Arabic letter"],
      [
        "telegram/polling.test.ts",
        "is stored where it is one, in the order of the chat where a button was pressed",
      ],
      ["security/http.test.ts", "is refused whole: %s"],
      ["security/http.test.ts", "with a flood of headers is not listened to"],
      ["security/http.test.ts", "that only wait are let go, on any path"],
      ["security/http.test.ts", "are as many as they may be, and those that are there are served"],
    ],
  },
  {
    item: 4,
    promise: "The webhook's path is the operator's own, and no address of a caller is believed",
    tests: [
      ["config.test.ts", "does not take %s for a webhook"],
      ["security/http.test.ts", "is known by the secret alone, whoever a proxy says it is"],
    ],
  },
  {
    item: 5,
    promise: "An address with the token in it is refused at the start",
    tests: [
      ["config.test.ts", "takes no address that has the token in it, and does not repeat it: %#"],
    ],
  },
  {
    item: 6,
    promise: "200 only once an update is stored; everything else is a status and nothing more",
    tests: [
      ["server/server.test.ts", "is said to be stored when it is"],
      ["server/server.test.ts", "is to be brought again where it could not be stored"],
      ["server/server.test.ts", "is refused where it is not JSON: %j"],
      ["security/http.test.ts", "gets a status and no words of their own back: %s"],
    ],
  },
  {
    item: 7,
    promise: "The token is taken out of every line that is written, and of a crash's last one",
    tests: [
      ["telegram/client.test.ts", "is in no result: %s"],
      [
        "telegram/client.test.ts",
        "is taken out of addresses whatever its form, and other words stay",
      ],
      ["log.test.ts", "never has a token, wherever it comes from, and stays JSON"],
      ["app/start.test.ts", "ends the bot in one line without the token: %s"],
      ["config.test.ts", "never repeats a secret"],
      ["config.test.ts", "takes no token that the log would not hide"],
    ],
  },
  {
    item: 8,
    promise: "No address of a file at Telegram and no words of anybody in a message or the log",
    tests: [
      ["telegram/deliver.test.ts", "has neither the token nor anybody's words"],
      ["telegram/inbox-worker.test.ts", "keeps no words of anybody in the log"],
      ["telegram/outcome.test.ts", "loses what it quotes of a message"],
      ["security/files.test.ts", "is fetched by the bot, and nobody is told from where: %s"],
    ],
  },
  {
    item: 9,
    promise: "Who may decide is asked of Telegram at each step, never read from a button or a name",
    tests: [
      ["telegram/bot.test.ts", "is whoever Telegram calls its administrator at that moment"],
      ["telegram/bot.test.ts", "is nobody where Telegram does not say"],
      [
        "commands/answers.test.ts",
        "lets nobody but administrators press a setting, whoever opened the page",
      ],
      ["commands/channels.test.ts", "is nobody else's to decide, whatever a button says"],
      [
        "commands/channels.test.ts",
        "is not decided from a group either, with a button of the private chat",
      ],
      ["commands/channels.test.ts", "take nothing typed once the right is gone"],
    ],
  },
  {
    item: 10,
    promise: "An anonymous administrator decides for that very group alone, and is never an editor",
    tests: [
      [
        "telegram/incoming.test.ts",
        "is an anonymous administrator only under the name of this very group",
      ],
      ["config.test.ts", "takes nobody for an editor who is many: %i"],
    ],
  },
  {
    item: 11,
    promise: "Whoever writes as a channel, and Telegram itself, decides nothing",
    tests: [
      [
        "telegram/bot.test.ts",
        "is an administrator who writes as the group, and nobody who writes as a channel",
      ],
      ["telegram/incoming.test.ts", "is nobody where %i stands in for them"],
    ],
  },
  {
    item: 12,
    promise: "A channel is connected by an administrator who may post there, once the bot may too",
    tests: [
      ["commands/channels.test.ts", "takes a channel that was picked, but only on Telegram's word"],
      ["commands/channels.test.ts", "refuses with one helpful answer where %s"],
      ["telegram/elsewhere.test.ts", "is not posted in by a bot without the right"],
    ],
  },
  {
    item: 13,
    promise:
      "Editors decide in private chats, administrators in groups; nothing forwarded, edited or in excess",
    tests: [
      ["commands/answers.test.ts", "keeps %s for administrators"],
      ["telegram/incoming.test.ts", "is never a command where it is forwarded"],
      ["telegram/bot.test.ts", "are left alone where they are for another bot, edited, or a bot's"],
      [
        "app/desk-in-chat.test.ts",
        "nobody but an editor comes to the desk, and an editor's other words do not",
      ],
      [
        "app/desk-in-chat.test.ts",
        "what is forwarded is never a command or an answer, and what is edited changes the article alone",
      ],
      ["commands/report.test.ts", "may be sent three times in 24 hours"],
      ["security/flood.test.ts", "somebody gets so many answers a minute, and others theirs"],
    ],
  },
  {
    item: 14,
    promise:
      "A button or a link says what is wanted and gives no right; what is forged or old is told so",
    tests: [
      ["commands/answers.test.ts", "«%s», forged or old, gets a polite answer and changes nothing"],
      ["commands/answers.test.ts", "%s gets the welcome"],
      [
        "rendering/press.test.ts",
        "is never read from anything else, and nothing makes the reading throw",
      ],
      ["commands/confirm.test.ts", "counts for the revision that the button names alone"],
      ["security/names.test.ts", "stand for no button: %s"],
    ],
  },
  {
    item: 15,
    promise: "Words are words: escaped last, isolated, without overrides; links are http and https",
    tests: [
      ["rendering/html.test.ts", "is read by Telegram as our own reading has it, for any text"],
      ["rendering/html.test.ts", "is only its text for %s"],
      ["content/stories.test.ts", "a link with an invisible character"],
      ["security/hostile-words.test.ts", "are words to every reader: %s"],
      ["security/hostile-words.test.ts", "are words: %s"],
      ["security/hostile-words.test.ts", "are words in the notice of %s"],
      [
        "rendering/cite/export.test.ts",
        "as CSV reads back as the figures, and no cell is a formula",
      ],
    ],
  },
  {
    item: 16,
    promise:
      "An article is fetched from the public internet alone, as it was checked, at each redirect",
    tests: [
      ["desk/fetch.test.ts", "%s is refused"],
      ["desk/fetch.test.ts", "is refused if only one of its addresses is private"],
      [
        "desk/fetch.test.ts",
        "is asked where it was when it was checked, whatever its name means a moment later",
      ],
      ["desk/fetch.test.ts", "is refused where a redirect leads to %s"],
      ["desk/fetch.test.ts", "is given up after four redirects"],
      ["desk/fetch.test.ts", "%s is given up in time"],
    ],
  },
  {
    item: 17,
    promise: "No XML, no entities of a page's own, no external ones; YAML aliases have a limit",
    tests: [
      ["security/pages.test.ts", "has no entities of its own: %s"],
      ["content/files.test.ts", "that is an alias bomb"],
      ["content/files.test.ts", "that nests without end is one problem, and soon"],
      ["security/names.test.ts", "merges nothing into a map"],
      ["security/names.test.ts", "makes nothing but data, whatever its tags"],
    ],
  },
  {
    item: 18,
    promise: "What is packed is unpacked up to five megabytes, and never twice",
    tests: [
      ["desk/fetch.test.ts", "of %s is unpacked no further than the limit"],
      ["desk/fetch.test.ts", "packed as %s is refused"],
      ["desk/article.test.ts", "is refused above five megabytes"],
    ],
  },
  {
    item: 19,
    promise: "No text takes long to read, and a page is read in a thread with a deadline",
    tests: [
      ["extraction/fuzz.test.ts", "reading comes to an end"],
      ["desk/article.test.ts", "holds up nobody, however long it takes"],
      ["security/long-words.test.ts", "are read in a time that grows as they do: %s"],
    ],
  },
  {
    item: 20,
    promise: "Little is stored about people, /forget erases it, and so do 90 days after a block",
    tests: [
      [
        "security/store-files.test.ts",
        "the store's files and its copies are for the user who runs the bot alone",
      ],
      ["security/store-files.test.ts", "long searches that are kept are the newest ten thousand"],
      ["store/forget.test.ts", "knows every column that names a chat or a person"],
      ["store/forget.test.ts", "leaves no trace of a person, and all of everybody else"],
      ["store/forget.test.ts", "leaves no trace of a group, not even in what was told of it"],
      [
        "delivery/gone.test.ts",
        "a chat that is gone is forgotten 90 days after it was lost, and not before",
      ],
    ],
  },
];
