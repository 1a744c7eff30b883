import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { ChatType } from "../../src/store/tables/chats.ts";
import { openNewsroom, settle, type Newsroom } from "./newsroom.ts";
import { hour } from "./rig.ts";
import { draft, revised, type Draft, type Revision } from "./revised.ts";
import type { Step } from "./steps.ts";

interface Place {
  readonly id: number;
  readonly type: ChatType;
  readonly threadId: number;
  /** Who writes and presses there. */
  readonly person: number;
}

/** Of the first person, in the hours of UTC. */
export const quiet = { from: 0, until: 8 };

/**
 * Two people, a group, a topic of a forum and a channel, each with alerts and a digest in the
 * morning; the first person wants no sound at night. Elsewhere, where the bot is not, people send
 * what it offers.
 */
async function settleIn(room: Newsroom): Promise<Pick<Scene, "places" | "elsewhere">> {
  const { world, bot } = room.telegram;
  const layla = world.addPerson({ firstName: "Layla", languageCode: "ar", started: true });
  const james = world.addPerson({ firstName: "James", languageCode: "en", started: true });
  const members = {
    [bot.id]: { status: "administrator" },
    [layla]: { status: "creator" },
  } as const;
  const forum = world.addForum({ title: "forum", members });
  const topic = world.addTopic({ chat: forum, name: "topic" });
  const places: readonly Place[] = [
    { id: layla, type: "private", threadId: 0, person: layla },
    { id: james, type: "private", threadId: 0, person: james },
    {
      id: world.addSupergroup({ title: "group", members }),
      type: "supergroup",
      threadId: 0,
      person: layla,
    },
    { id: forum, type: "supergroup", threadId: topic, person: layla },
    {
      id: world.addChannel({ title: "channel", members }),
      type: "channel",
      threadId: 0,
      person: layla,
    },
  ];
  const schedule = parseScheduleKey("07:30 daily UTC");
  if (schedule === undefined) throw new Error("no schedule");
  const wish = {
    schedule,
    topics: [],
    alerts: true,
    emptyLine: false,
    silent: false,
    cards: false,
  };
  for (const { id, type, threadId } of places) {
    await subscribe(room.db, { chat: { id, type }, threadId }, wish, room.now());
  }
  await room.db
    .updateTable("chats")
    .set({ zone: "UTC", quiet_from: quiet.from * 60, quiet_until: quiet.until * 60 })
    .where("id", "=", layla)
    .execute();
  const elsewhere = world.addSupergroup({
    title: "elsewhere",
    members: { [layla]: { status: "creator" }, [james]: { status: "member" } },
  });
  return { places, elsewhere };
}

/** The bot's messages in a place that show something, newest first. */
export function messagesIn({ telegram }: Newsroom, { id }: Place) {
  return telegram
    .messages(id)
    .filter(({ from, service }) => from.isBot && service !== true)
    .toReversed();
}

export interface Scene extends AsyncDisposable {
  readonly room: Newsroom;
  readonly places: readonly Place[];
  readonly elsewhere: number;
  /** The ids of the newest query, and of the messages elsewhere by their inline ids. */
  asked: string;
  readonly sentElsewhere: Map<string, number>;
  readonly drafts: Draft[];
  readonly blocked: Set<number>;
  /** Requests of which no answer came, so that what they sent is nobody's. */
  lost: number;
}

/** Everybody is there and has the first digest, or three stories have just become known. */
export async function openScene(isRead: boolean): Promise<Scene> {
  const room = await openNewsroom("2026-11-22T06:00:00Z");
  const drafts = [0, 1, 2].map(draft);
  const there = await settleIn(room);
  await room.publish(drafts.map((one) => one.story));
  const scene: Scene = {
    room,
    drafts,
    ...there,
    asked: "",
    sentElsewhere: new Map(),
    blocked: new Set(),
    lost: 0,
    [Symbol.asyncDispose]: () => room[Symbol.asyncDispose](),
  };
  if (!isRead) return scene;
  await digest(scene);
  await room.quiet();
  return scene;
}

function placeOf({ places }: Scene, index: number): Place {
  const found = places[index];
  if (found === undefined) throw new RangeError(String(index));
  return found;
}

async function revise({ room, drafts }: Scene, index: number, how: Revision): Promise<void> {
  const before = drafts[index];
  if (before !== undefined) drafts[index] = revised(before, how);
  await room.publish(drafts.map((one) => one.story));
}

/** Telegram keeps what nobody hears for a day only. */
async function digest({ room }: Scene): Promise<void> {
  await room.hear();
  const day = 24 * hour;
  const due = Math.floor(room.now().getTime() / day) * day + 7.5 * hour;
  const next = due > room.now().getTime() ? due : due + day;
  room.pass(next - room.now().getTime());
  await room.tick();
}

function press(scene: Scene, { place: at, nth: index, button }: Step & { type: "press" }): void {
  const { id, person } = placeOf(scene, at);
  const message = messagesIn(scene.room, placeOf(scene, at))[index];
  const buttons = (message?.keyboard ?? [])
    .flat()
    .filter(({ text }) => /العربية|English|اللغتان|Both/.test(text));
  const pressed = buttons[button % Math.max(1, buttons.length)];
  if (message === undefined || pressed?.type !== "callback" || scene.blocked.has(id)) return;
  const { world } = scene.room.telegram;
  world.press({ person, chat: id, messageId: message.messageId, data: pressed.data });
}

function ask(scene: Scene, { place: at, story: about }: Step & { type: "ask" }): void {
  const { id, person, threadId } = placeOf(scene, at);
  if (scene.blocked.has(id)) return;
  const text = `${["/topic0", "/topic1", "/story_story2"][about] ?? ""}@mujaz_bot`;
  const thread = threadId === 0 ? {} : { threadId };
  scene.room.telegram.world.say({ person, chat: id, text, ...thread });
}

async function inquire(scene: Scene, step: Step & { type: "inquire" }): Promise<void> {
  const { place: at, about, nth } = step;
  const { id: person } = placeOf(scene, at);
  const query = ["", "topic0", "topic1", "topic2"][about] ?? "";
  scene.asked = scene.room.telegram.world.askInline({ person, query });
  await scene.room.hear();
  choose(scene, nth);
}

function choose(scene: Scene, nth: number): void {
  const { asked: queryId, elsewhere: chat, room } = scene;
  const results = room.telegram.world.offered({ queryId })?.results ?? [];
  const result = results[nth % Math.max(1, results.length)];
  if (result === undefined) return;
  const inlineId = room.telegram.world.chooseInline({ queryId, resultId: result.id, chat });
  const sent = room.telegram.messages(chat).at(-1);
  if (sent !== undefined) scene.sentElsewhere.set(inlineId, sent.messageId);
}

function unsay({ room, places, elsewhere }: Scene, at: number, nth: number): void {
  const place = places[at];
  const all = place === undefined ? room.telegram.messages(elsewhere) : messagesIn(room, place);
  const message = all[nth];
  if (message === undefined) return;
  room.telegram.world.unsay({ chat: message.chatId, messageId: message.messageId });
}

export async function play(scene: Scene, one: Step): Promise<void> {
  const { room, blocked } = scene;
  const { world, faults } = room.telegram;
  switch (one.type) {
    case "revise":
      return revise(scene, one.story, one.how);
    case "pass":
      return room.pass(one.ms);
    case "digest":
      return digest(scene);
    case "settle":
      room.pass(settle);
      return room.tick();
    case "ask":
      return ask(scene, one);
    case "press":
      return press(scene, one);
    case "inquire":
      return inquire(scene, one);
    case "choose":
      return choose(scene, one.nth);
    case "delete":
      return unsay(scene, one.place, one.nth);
    case "block":
    case "unblock": {
      const { id: person } = placeOf(scene, one.place);
      if (blocked.has(person) === (one.type === "block")) return;
      world[one.type]({ person });
      if (one.type === "block") blocked.add(person);
      else blocked.delete(person);
      return;
    }
    case "fault":
      faults.add(one.fault);
      return;
    case "hear and land":
      await Promise.all([room.hear(), room.land()]);
      return;
    case "crash":
      scene.lost += await room.crash();
      return;
    case "tick":
    case "hear":
    case "send":
    case "land":
    default:
      return room[one.type]();
  }
}

/** The faults are mended, everybody is there again, and nothing is left to be done. */
export async function calm(scene: Scene): Promise<void> {
  const { room, blocked } = scene;
  room.telegram.faults.clear();
  for (const person of blocked) room.telegram.world.unblock({ person });
  blocked.clear();
  await room.quiet();
}
