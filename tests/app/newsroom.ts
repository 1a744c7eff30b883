import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { runApp } from "../../src/app/run-app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import type { MessageView } from "../../src/simulator/control.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { freePort } from "./bot-process.ts";
import { token } from "../simulator/harness.ts";

/** The whole bot in this process, with content and a store in files, before two editors and a reader. */
export interface Newsroom {
  readonly telegram: Simulator;
  /** Editors both. */
  readonly salma: Member;
  readonly james: Member;
  readonly layla: Member;
  /** Ends the bot as an operator does, and starts it again. */
  readonly restart: () => Promise<void>;
  /** Every file below the folder that the content folder is in. */
  readonly files: () => readonly string[];
  readonly content: string;
  /** The path of the bot's own server. */
  readonly get: (path: string) => Promise<Response>;
  /** The store's file. */
  readonly store: string;
}

/** A person in their private chat with the bot. */
export interface Member {
  readonly id: number;
  readonly say: (text: string) => number;
  readonly sendFile: (name: string, text: string | Buffer, caption?: string) => number;
  /** Forwards what somebody else wrote. */
  readonly forward: (text: string) => number;
  /** Presses the newest button with this label. */
  readonly press: (label: string) => void;
  /** Waits until the newest message of the bot holds these words. */
  readonly sees: (words: string) => Promise<void>;
  /** The texts of the bot's messages, oldest first. */
  readonly told: () => readonly string[];
}

export async function openNewsroom(given: { readonly approval?: boolean } = {}): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-newsroom-"));
  const content = join(folder, "content");
  cpSync(fileURLToPath(new URL("../../content", import.meta.url)), content, { recursive: true });
  const telegram = await startSimulator({ token });
  const add = (firstName: string) =>
    telegram.world.addPerson({ firstName, languageCode: "en", started: true });
  const port = await freePort();
  const store = join(folder, "store.db");
  const [salma, james, layla] = [add("Salma"), add("James"), add("Layla")];
  const start = (): (() => Promise<void>) => {
    const stopping = new AbortController();
    const config = readConfig({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      CONTENT_DIR: content,
      DATABASE_URL: `file:${store}`,
      EDITOR_IDS: `${salma},${james}`,
      REQUIRE_APPROVAL: String(given.approval ?? false),
      LOG_LEVEL: "error",
    });
    const clock = () => new Date(telegram.clock.now());
    const listen = { host: "127.0.0.1", port };
    const { onJump } = telegram;
    const log = createLog("silent");
    const ended = runApp({ ...config, listen, clock, onJump, log }, stopping.signal);
    return async () => {
      stopping.abort();
      await ended;
    };
  };
  let stop = start();
  onTestFinished(async () => {
    await stop();
    await telegram.close();
    rmSync(folder, { recursive: true });
  });
  return {
    telegram,
    salma: memberOf(telegram, salma, layla),
    james: memberOf(telegram, james, layla),
    layla: memberOf(telegram, layla, salma),
    content,
    store,
    get: (path) => fetch(`http://127.0.0.1:${port}${path}`),
    async restart() {
      await stop();
      stop = start();
    },
    files: () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
        (name) => !name.startsWith("store.db"),
      ),
  };
}

function memberOf(telegram: Simulator, id: number, other: number): Member {
  const { world } = telegram;
  const fromBot = (): readonly MessageView[] =>
    telegram.messages(id).filter(({ from }) => from.isBot);
  const newest = (): string => fromBot().at(-1)?.text ?? "";
  return {
    id,
    say: (text) => world.say({ person: id, chat: id, text }),
    sendFile: (name, text, caption = "") =>
      world.say({
        person: id,
        chat: id,
        text: caption,
        file: { name, mime: "text/plain", base64: Buffer.from(text).toString("base64") },
      }),
    forward: (text) => world.say({ person: id, chat: id, text, forwardedFrom: other }),
    press(label) {
      const message = fromBot().findLast(({ keyboard }) =>
        keyboard?.flat().some((button) => button.text === label),
      );
      const button = message?.keyboard?.flat().find(({ text }) => text === label);
      if (message === undefined || button?.type !== "callback") {
        throw new Error(`no message has a button ${label}`);
      }
      const { messageId } = message;
      world.press({ person: id, chat: id, messageId, data: button.data });
    },
    async sees(words) {
      await expect.poll(newest, { timeout: 15_000, interval: 20 }).toContain(words);
    },
    told: () => fromBot().map(({ text }) => text),
  };
}
