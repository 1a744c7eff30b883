import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import {
  addChannel,
  addForum,
  addPerson,
  addSupergroup,
} from "../../src/simulator/world/settle.ts";
import type { Telegram } from "../../src/simulator/world/telegram.ts";

const token = "7000000001:page";

export const ids = {
  layla: 101,
  james: 102,
  group: -1_002_000_000_001,
  forum: -1_002_000_000_002,
  channel: -1_002_000_000_003,
} as const;

/** Layla reads Arabic, James English; both are in a group, a forum and a channel. */
function settle(telegram: Telegram): void {
  addPerson(telegram, { id: ids.layla, firstName: "ليلى", languageCode: "ar", started: true });
  addPerson(telegram, { id: ids.james, firstName: "James", languageCode: "en", started: true });
  const members = {
    [telegram.bot.id]: { status: "administrator" },
    [ids.layla]: { status: "member" },
    [ids.james]: { status: "member" },
  } as const;
  addSupergroup(telegram, { id: ids.group, title: "أهل الحي", members });
  addForum(telegram, { id: ids.forum, title: "Newsroom", topics: ["First", "تصويبات"], members });
  addChannel(telegram, { id: ids.channel, title: "Brief", username: "brief_news", members });
}

export interface SentMessage {
  readonly message_id: number;
}

interface Answer<Result> {
  readonly ok: boolean;
  readonly result: Result;
  readonly description?: string;
}

interface Update {
  readonly update_id: number;
  readonly callback_query?: { readonly id: string; readonly data: string };
  readonly inline_query?: { readonly id: string; readonly query: string; readonly offset: string };
  readonly message?: { readonly text: string; readonly chat: { readonly id: number } };
}

export interface World {
  readonly simulator: Simulator;
  readonly url: string;
  /** Calls a method of the Bot API, as the bot would. */
  readonly bot: <Result = SentMessage>(method: string, parameters: object) => Promise<Result>;
  /** The same with files, each named after its field. */
  readonly upload: (
    method: string,
    parameters: Readonly<Record<string, string | number | boolean>>,
    files: Readonly<Record<string, Buffer<ArrayBuffer>>>,
  ) => Promise<SentMessage>;
  /** The next update that the bot is given. */
  readonly nextUpdate: () => Promise<Update>;
}

/** The real simulator, with two readers in it. */
export async function openWorld(): Promise<World> {
  const simulator = await startSimulator({ token, world: settle });
  const { apiRoot: url } = simulator;
  const call = async <Result>(method: string, request: RequestInit): Promise<Result> => {
    const response = await fetch(`${url}/bot${token}/${method}`, { method: "POST", ...request });
    const answer: Answer<Result> = JSON.parse(await response.text());
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result;
  };
  const bot = <Result>(method: string, parameters: object): Promise<Result> =>
    call(method, {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    });
  let offset = 0;
  return {
    simulator,
    url,
    bot,
    upload(method, parameters, files) {
      const body = new FormData();
      for (const [name, value] of Object.entries(parameters)) body.set(name, String(value));
      for (const [name, bytes] of Object.entries(files)) {
        body.set(name, new Blob([bytes]), `${name}.bin`);
      }
      return call(method, { body });
    },
    async nextUpdate() {
      const updates = await bot<readonly Update[]>("getUpdates", { offset, limit: 1, timeout: 10 });
      const update = updates[0];
      if (update === undefined) throw new Error("the bot got no update in 10 s");
      offset = update.update_id + 1;
      return update;
    },
  };
}
