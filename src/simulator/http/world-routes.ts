import type { FastifyInstance } from "fastify";
import type { Actions } from "../actions.ts";
import type { Clock } from "../clock.ts";
import type { Fault, Faults } from "../faults.ts";
import { WorldError } from "../world/world-error.ts";
import type { Connections } from "./connections.ts";

type Action = (body: unknown) => unknown;

function actionOf(actions: Actions, name: string): Action {
  if (!Object.hasOwn(actions, name)) throw new WorldError(`no action is called ${name}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test's own words, from JSON
  return actions[name as keyof Actions] as Action;
}

/** `POST /control/world/NAME`: any of the actions, with its object as JSON → `{ result }`. */
export function serveActions(server: FastifyInstance, actions: Actions): void {
  server.post<{ Params: { name: string } }>("/control/world/:name", (request) => ({
    result: actionOf(actions, request.params.name)(request.body ?? {}) ?? null,
  }));
}

/** `POST /control/faults` → `{ id }`, `DELETE /control/faults/ID`, `DELETE /control/faults`. */
export function serveFaults(server: FastifyInstance, faults: Faults): void {
  server.post<{ Body: Fault }>("/control/faults", (request) => ({ id: faults.add(request.body) }));
  server.delete<{ Params: { id: string } }>("/control/faults/:id", (request) => {
    faults.remove(Number(request.params.id));
    return {};
  });
  server.delete("/control/faults", () => {
    faults.clear();
    return {};
  });
}

interface ClockBody {
  readonly now?: number;
  readonly advanceMs?: number;
}

/** `GET /control/clock` → `{ now }`; `POST` with `{ now }` or `{ advanceMs }` moves it. */
export function serveClock(server: FastifyInstance, clock: Clock): void {
  server.get("/control/clock", () => ({ now: clock.now() }));
  server.post<{ Body: ClockBody }>("/control/clock", (request) => {
    const { now, advanceMs } = request.body;
    if (now !== undefined) clock.set(now);
    if (advanceMs !== undefined) clock.advance(advanceMs);
    return { now: clock.now() };
  });
}

/** `POST /control/pause` with `{ ms }`: connections are refused for so long, from the answer on. */
export function servePause(server: FastifyInstance, connections: Connections): void {
  server.post<{ Body: { ms: number } }>("/control/pause", (request, reply) => {
    reply.raw.once("finish", () => void connections.pauseFor(request.body.ms));
    return {};
  });
}
