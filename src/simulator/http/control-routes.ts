import type { FastifyInstance } from "fastify";
import type { ButtonPress, PersonMessage } from "../control.ts";
import { chatOf, personById, press, start, utter, WorldError } from "../world/speech.ts";
import type { Telegram } from "../world/telegram.ts";
import { streamEvents } from "./events.ts";
import { mayPost, stateView } from "./state-view.ts";

interface ForPerson {
  readonly Querystring: { readonly person?: string; readonly chat?: string };
}

function firstPerson(telegram: Telegram): number {
  return telegram.people.keys().next().value ?? 0;
}

/** `/control`: what a person sees and does; see control.ts. */
export function serveControl(server: FastifyInstance, telegram: Telegram): void {
  const viewer = (query: ForPerson["Querystring"]) =>
    personById(telegram, Number(query.person ?? firstPerson(telegram)));

  server.get<ForPerson>("/control/state", (request) => stateView(telegram, viewer(request.query)));
  server.get<ForPerson>("/control/events", (request, reply) => {
    streamEvents(telegram, viewer(request.query), reply);
  });
  server.post<{ Body: PersonMessage }>("/control/message", (request) => {
    const { person: id, chat: chatId, text, threadId, replyTo } = request.body;
    const person = personById(telegram, id);
    const chat = chatOf(telegram, chatId);
    if (!mayPost(chat, person)) throw new WorldError(`${person.firstName} may not post there`);
    if (chat.kind === "private") person.started = true;
    const sender =
      chat.kind === "channel"
        ? ({ type: "channel" } as const)
        : ({ type: "person", person } as const);
    return { messageId: utter(telegram, { chat, sender, text, threadId, replyTo }).id };
  });
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
