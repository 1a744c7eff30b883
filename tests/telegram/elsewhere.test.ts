import { describe, expect, it } from "vitest";
import type { Incoming, Reply, Request } from "../../src/commands/request.ts";
import type { Member } from "../../src/simulator/world/model.ts";
import { startRunning, type Running } from "./running.ts";

type Asked = (request: Request, incoming: Incoming) => Promise<readonly Reply[]>;

/** Emma's private chat, whose next message asks Telegram something. */
async function running(asked: Asked) {
  const answered = Promise.withResolvers<void>();
  const all = await startRunning(async (incoming, request) => {
    const replies = await asked(request, incoming);
    answered.resolve();
    return replies;
  });
  const emma = all.telegram.world.addPerson({ firstName: "Emma", started: true });
  return { ...all, emma, answered: answered.promise };
}

function channelOf({ telegram }: Running, person: number, standing: Member, bot: Member) {
  return telegram.world.addChannel({
    title: "Daily news",
    username: "daily_news",
    members: { [person]: standing, [telegram.bot.id]: bot },
  });
}

async function rights(person: Member, bot: Member): Promise<unknown> {
  let seen: unknown;
  const all = await running(async ({ elsewhere }) => {
    const found = await elsewhere.find("@daily_news");
    seen = found && {
      title: found.title,
      mayDecide: await elsewhere.mayDecide(found),
      mayPost: await elsewhere.mayPost(found),
    };
    return [];
  });
  channelOf(all, all.emma, person, bot);
  all.telegram.world.say({ person: all.emma, chat: all.emma, text: "go" });
  await all.answered;
  return seen;
}

const admin: Member = { status: "administrator" };

describe("a channel that is looked up", () => {
  it.each([
    ["its owner", { status: "creator" }, "yes"],
    ["an administrator who may post", admin, "yes"],
    [
      "an administrator who may not post",
      { status: "administrator", rights: { can_post_messages: false } },
      "no",
    ],
    ["a reader", { status: "member" }, "no"],
    ["somebody who left", { status: "left" }, "no"],
  ] as readonly [string, Member, string][])(
    "is decided by %s: %o",
    async (_, person, mayDecide) => {
      expect(await rights(person, admin)).toEqual({
        title: "Daily news",
        mayDecide,
        mayPost: true,
      });
    },
  );

  it("is not posted in by a bot without the right", async () => {
    const without: Member = { status: "administrator", rights: { can_post_messages: false } };
    expect(await rights(admin, without)).toMatchObject({ mayPost: false });
  });

  it("is not seen by a bot that was removed", async () => {
    expect(await rights(admin, { status: "kicked" })).toBeUndefined();
  });
});

it("groups are decided by their administrators, and written in by the bot unless it is silenced", async () => {
  const seen: unknown[] = [];
  const all = await running(async ({ elsewhere }) => {
    for (const { id } of chats) {
      const found = await elsewhere.find(id);
      if (found === undefined) continue;
      seen.push([await elsewhere.mayDecide(found), await elsewhere.mayPost(found)]);
    }
    return [];
  });
  const { world } = all.telegram;
  const group = (person: Member, bot: Member) => ({
    id: world.addSupergroup({
      title: "A group",
      members: { [all.emma]: person, [all.telegram.bot.id]: bot },
    }),
  });
  const chats = [
    group(admin, { status: "member" }),
    group({ status: "member" }, admin),
    group(admin, { status: "restricted", rights: { can_send_messages: false } }),
  ];
  world.say({ person: all.emma, chat: all.emma, text: "go" });
  await all.answered;
  expect(seen).toEqual([
    ["yes", true],
    ["no", true],
    ["yes", false],
  ]);
});

describe("the channel picker", () => {
  it("stands where the person types, and what was picked comes as a chat", async () => {
    const heard: Incoming[] = [];
    const all = await running((_, incoming) => {
      heard.push(incoming);
      const below = { type: "channelPicker", label: "Pick a channel" } as const;
      const nothing = { type: "nothing" } as const;
      const message = { html: "answer" };
      const isPicked = incoming.type === "shared";
      return Promise.resolve([{ type: "send", message, below: isPicked ? nothing : below }]);
    });
    const { world, record } = all.telegram;
    const chat = channelOf(all, all.emma, admin, admin);
    world.say({ person: all.emma, chat: all.emma, text: "go" });
    await record.waitFor(({ type }) => type === "sent");
    world.shareChat({ person: all.emma, requestId: 1, chat });
    world.say({ person: all.emma, chat: all.emma, text: "end" });
    await record.waitFor((entry) => entry.type === "sent" && heard.length === 3);
    expect(heard.slice(1)).toEqual([
      { type: "shared", chatId: chat },
      { type: "text", text: "end", forwarded: false },
    ]);
    expect(all.log.lines.filter(({ level }) => level !== "info")).toEqual([]);
  });
});
