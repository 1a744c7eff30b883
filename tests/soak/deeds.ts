import type { Simulator } from "../../src/simulator/simulator.ts";
import type { BotKeeper } from "./bot-keeper.ts";
import { real, timers } from "./clock/install.ts";
import { changed, lastingMark, newStory, save, type SoakStory } from "./newsroom.ts";
import type { Deed, Plan, Question } from "./plan.ts";
import { distance, faultsOf, type Trouble } from "./troubles.ts";

/** A state of a story, since when its file says so. */
export interface Version {
  readonly at: number;
  readonly story: SoakStory;
}

/** What was asked in a chat. */
export interface Asked {
  readonly at: number;
  readonly chat: number;
  readonly word: Question;
}

/** A time in which a chat, or a topic of it, could not be reached; without `until`, for good. */
export interface Absence {
  readonly chat: number;
  readonly thread?: number;
  readonly from: number;
  readonly until?: number;
}

/** What was done in a day, as far as an account of it needs to know. */
export interface Done {
  /** By story, oldest first. */
  readonly versions: ReadonlyMap<number, readonly Version[]>;
  readonly asked: readonly Asked[];
  readonly absences: readonly Absence[];
  /** The new ids of groups by their old ones. */
  readonly moved: ReadonlyMap<number, number>;
  /** When the network went away, and all connections with it. */
  readonly outages: readonly number[];
}

export interface Doer {
  readonly perform: (deed: Deed) => Promise<void>;
  /** Nothing goes wrong any more. */
  readonly calm: () => void;
  readonly done: Done;
}

interface DoerParts {
  readonly plan: Plan;
  readonly telegram: Simulator;
  readonly keeper: BotKeeper;
  /** The content folder, and the date of its stories. */
  readonly content: string;
  readonly day: string;
  readonly owner: number;
}

/** Real milliseconds in which the system tells of a save. */
const untilSeen = 60;

export function createDoer(parts: DoerParts): Doer {
  const { plan, telegram, keeper, content, day, owner } = parts;
  const { world, faults } = telegram;
  const versions = new Map<number, readonly Version[]>();
  const asked: Asked[] = [];
  const absences: Absence[] = [];
  const moved = new Map<number, number>();
  const outages: number[] = [];
  const troubled = new Set<number>();

  async function write(story: SoakStory, spoilt = false): Promise<void> {
    save(content, story, day, spoilt);
    await new Promise((resolve) => void real.setTimeout(resolve, untilSeen));
  }

  async function keep(story: SoakStory): Promise<void> {
    const before = versions.get(story.number) ?? [];
    versions.set(story.number, [...before, { at: timers.now(), story }]);
    await write(story);
  }

  function storyOf(number: number): SoakStory | undefined {
    return versions.get(number)?.at(-1)?.story;
  }

  async function change(deed: Deed & { readonly type: "change" }): Promise<void> {
    const story = storyOf(deed.story);
    if (story === undefined || story.withdrawn) return;
    await keep(changed(story, deed.how));
  }

  function ask({ chat: first, words }: Deed & { readonly type: "ask" }): void {
    const chat = moved.get(first) ?? first;
    const person = chat > 0 ? chat : owner;
    const at = chat > 0 ? "" : "@mujaz_bot";
    for (const word of words) {
      const text = typeof word === "number" ? `/story${at} ${lastingMark(word)}` : `/${word}${at}`;
      world.say({ person, chat, text });
      asked.push({ at: timers.now(), chat, word });
    }
  }

  function setAway(chat: number, isAway: boolean): void {
    if (chat > 0) world[isAway ? "block" : "unblock"]({ person: chat });
    else {
      const member = { status: isAway ? "left" : "member" } as const;
      world.setMember({ chat, user: telegram.bot.id, member });
    }
    if (isAway) absences.push({ chat, from: timers.now() });
    else {
      const index = absences.findIndex((absence) => absence.chat === chat);
      const absence = absences[index];
      if (absence !== undefined) absences[index] = { ...absence, until: timers.now() };
    }
  }

  /** The faults of the trouble come before the distance, which is met by what they leave. */
  function begin(trouble: Trouble, ms: number): void {
    if (trouble === "no network") {
      outages.push(timers.now());
      void telegram.connections.pauseFor(ms);
    }
    const ids = faultsOf(trouble, plan.size.seed + timers.now()).map(faults.add);
    ids.forEach((id) => troubled.add(id));
    measureAgain();
    setTimeout(() => end(ids), ms);
  }

  function end(ids: readonly number[]): void {
    for (const id of ids) {
      faults.remove(id);
      troubled.delete(id);
    }
  }

  let way = distance.map(faults.add);

  function measureAgain(): void {
    way.forEach(faults.remove);
    way = distance.map(faults.add);
  }

  return {
    done: { versions, asked, absences, moved, outages },
    calm: () => end([...troubled]),
    async perform(deed) {
      switch (deed.type) {
        case "publish":
          return keep(newStory(deed.story, deed.breaking));
        case "change":
          return change(deed);
        case "spoil":
        case "mend": {
          const story = storyOf(deed.story);
          return story && write(story, deed.type === "spoil");
        }
        case "ask":
          return ask(deed);
        case "leave":
        case "return":
          return setAway(deed.chat, deed.type === "leave");
        case "migrate":
          return void moved.set(deed.chat, world.migrate({ chat: deed.chat }));
        case "close topic":
          absences.push({ chat: deed.chat, thread: deed.thread, from: timers.now() });
          return world.closeTopic({ chat: deed.chat, threadId: deed.thread });
        case "kill":
          return keeper.kill(deed.ms);
        case "stop":
          await keeper.stop();
          return keeper.start();
        case "freeze":
          return keeper.freeze(deed.ms);
        case "trouble":
          return begin(deed.trouble, deed.ms);
      }
    },
  };
}
