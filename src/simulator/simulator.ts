import type { Actions } from "./actions.ts";
import type { Clock } from "./clock.ts";
import type { MessageView, ProblemView } from "./control.ts";
import type { Faults } from "./faults.ts";
import type { Connections } from "./http/connections.ts";
import { messageView } from "./http/message-view.ts";
import { createServer } from "./http/server.ts";
import type { Record } from "./record/record.ts";
import { createTelegram, type TelegramOptions } from "./world/create-telegram.ts";
import type { BotUser } from "./world/model.ts";
import { placeById } from "./world/speech.ts";

export interface SimulatorOptions extends TelegramOptions {
  /** The bot's token; its form is that of Telegram's, `123456:letters`. */
  readonly token: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
}

/** A running local Telegram. */
export interface Simulator {
  /** `http://127.0.0.1:PORT`: calls go to `${apiRoot}/bot<token>/<method>`, the page is at `/`. */
  readonly apiRoot: string;
  readonly bot: BotUser;
  readonly world: Actions;
  /** Everything that the bot did, in order; it outlives the bot. */
  readonly record: Record;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Calls back after every jump of the clock; returns how to stop. */
  readonly onJump: (listener: () => void) => () => void;
  /** Refusing connections, for a time. */
  readonly connections: Connections;
  /** What is in a chat now, oldest first. */
  readonly messages: (chatId: number) => readonly MessageView[];
  /** Shows the problems of the content folder on the page. */
  readonly reportProblems: (problems: readonly ProblemView[]) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts a local Telegram. Rejects with the system's error, `code` and all, when it cannot listen,
 * such as EADDRINUSE for a port that is taken.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { token, host = "127.0.0.1", port = 0 } = options;
  const telegram = createTelegram(options);
  const { server, actions, connections } = await createServer(telegram, { token, host });
  const apiRoot = await server.listen({ port, host });
  return {
    apiRoot,
    bot: telegram.bot,
    world: actions,
    record: telegram.record,
    faults: telegram.faults,
    clock: telegram.clock,
    onJump: (listener) =>
      telegram.hub.listen(({ type }) => {
        if (type === "clock") listener();
      }),
    connections,
    messages: (chatId) =>
      placeById(telegram, chatId).messages.map((message) => messageView(telegram, message)),
    reportProblems(problems) {
      telegram.problems = problems;
      telegram.hub.emit({ type: "problems", problems });
    },
    async close() {
      telegram.webhook.remove();
      telegram.poller.end("terminated by shutdown");
      await connections.resume();
      await server.close();
    },
  };
}
