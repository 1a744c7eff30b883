import { afterEach } from "vitest";
import {
  startSimulator,
  type Simulator,
  type SimulatorOptions,
} from "../../src/simulator/simulator.ts";

export const token = "7000000001:AAHtestTESTtestTESTtestTESTtestTEST12";

export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever the Bot API answers
  readonly result?: any;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface Bench extends Simulator {
  readonly call: (method: string, parameters?: object) => Promise<Answer>;
  readonly control: (path: string, body?: object) => Promise<Answer & Record<string, unknown>>;
  /** A person who has started the bot. */
  readonly layla: number;
}

const open: Simulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

function jsonPost(body: object): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

export async function callAt(url: string, parameters: object): Promise<Answer> {
  const response = await fetch(url, jsonPost(parameters));
  const body: Omit<Answer, "status"> = JSON.parse(await response.text());
  return { status: response.status, ...body };
}

/** A simulator with one reader, closed after the test. */
export async function bench(options: Partial<SimulatorOptions> = {}): Promise<Bench> {
  const simulator = await startSimulator({ token, ...options });
  open.push(simulator);
  const layla = simulator.world.addPerson({
    id: 501,
    firstName: "Layla",
    languageCode: "ar",
    started: true,
  });
  return {
    ...simulator,
    layla,
    call: (method, parameters = {}) =>
      callAt(`${simulator.apiRoot}/bot${token}/${method}`, parameters),
    async control(path, body) {
      const init = body === undefined ? {} : jsonPost(body);
      const response = await fetch(`${simulator.apiRoot}/control/${path}`, init);
      const answer: Answer & Record<string, unknown> = JSON.parse(await response.text());
      return answer;
    },
  };
}

/** A clock that stands still until it is moved. */
export function stoppedClock(start = Date.UTC(2026, 10, 22, 8)): {
  readonly now: () => number;
  readonly pass: (ms: number) => void;
} {
  let time = start;
  return {
    now: () => time,
    pass(ms) {
      time += ms;
    },
  };
}

export const botId = 7_000_000_001;
export const asMember = { [botId]: { status: "member" } } as const;
export const asAdmin = { [botId]: { status: "administrator" } } as const;
