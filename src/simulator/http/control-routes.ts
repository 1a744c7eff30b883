import type { FastifyInstance } from "fastify";
import type { ButtonPress, PersonMessage } from "../control.ts";
import { press } from "../world/buttons.ts";
import { personById, say, start } from "../world/speech.ts";
import type { Telegram } from "../world/telegram.ts";
import { WorldError } from "../world/world-error.ts";
import { streamEvents } from "./events.ts";
import { stateView } from "./state-view.ts";

interface ForPerson {
  readonly Querystring: { readonly person?: string; readonly chat?: string };
}

function firstPerson(telegram: Telegram): number {
  return telegram.people.list()[0]?.id ?? 0;
}

/** `/control`: what a person sees and does; see control.ts. */
export function serveControl(server: FastifyInstance, telegram: Telegram): void {
  const viewer = (query: ForPerson["Querystring"]) =>
    personById(telegram, Number(query.person ?? firstPerson(telegram)));

  server.get<ForPerson>("/control/state", (request) => stateView(telegram, viewer(request.query)));
  server.get<ForPerson>("/control/events", (request, reply) => {
    streamEvents(telegram, viewer(request.query), reply);
  });
  server.post<{ Body: PersonMessage }>("/control/message", (request) => ({
    messageId: say(telegram, request.body).id,
  }));
  server.post<{ Body: ButtonPress }>("/control/press", (request) => ({
    callbackId: press(telegram, request.body),
  }));
  server.post<{ Body: { person: number; payload?: string } }>("/control/start", (request) => ({
    messageId: start(telegram, request.body.person, request.body.payload).id,
  }));
  server.get<{ Params: { id: string } }>("/control/files/:id", (request, reply) => {
    const file = telegram.files.get(request.params.id);
    if (file === undefined) throw new WorldError(`no file has the id ${request.params.id}`);
    return reply.type(file.mime).send(file.bytes);
  });
}
