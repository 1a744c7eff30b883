import type { FastifyInstance } from "fastify";
import type { Actions } from "../actions.ts";
import type {
  Asking,
  ButtonPress,
  Choosing,
  FittingChat,
  Forwarding,
  PersonMessage,
  Sharing,
} from "../control.ts";
import { chooseInline } from "../world/inline.ts";
import { changeOf, type Asked } from "../world/chat-request.ts";
import { menuOf } from "../world/menu.ts";
import type { PersonState } from "../world/model.ts";
import { fittingChats } from "../world/sharing.ts";
import { personById, placeById } from "../world/speech.ts";
import type { Telegram } from "../world/telegram.ts";
import { WorldError } from "../world/world-error.ts";
import { streamEvents } from "./events.ts";
import { inlineView } from "./inline-view.ts";
import { stateView } from "./state-view.ts";

interface ForPerson {
  readonly Querystring: {
    readonly person?: string;
    readonly chat?: string;
    readonly request?: string;
  };
}

function viewer(telegram: Telegram, { person }: ForPerson["Querystring"]): PersonState {
  return personById(telegram, Number(person ?? telegram.people.list()[0]?.id));
}

function fittingView(asked: Asked): FittingChat {
  const { id, kind, title, isForum } = asked.chat;
  const bot = changeOf(asked);
  return { id, kind, title, ...(isForum && { isForum }), ...(bot !== undefined && { bot }) };
}

/** What a person sees: see control.ts. */
export function serveViews(server: FastifyInstance, telegram: Telegram): void {
  server.get<ForPerson>("/control/state", ({ query }) =>
    stateView(telegram, viewer(telegram, query)),
  );
  server.get<ForPerson>("/control/events", ({ query }, reply) => {
    streamEvents(telegram, viewer(telegram, query), reply);
  });
  server.get<ForPerson>("/control/commands", ({ query }) => {
    const person = viewer(telegram, query);
    return menuOf(telegram, placeById(telegram, Number(query.chat ?? person.id)), person);
  });
  server.get<ForPerson>("/control/fitting", ({ query }) => {
    const { id: person } = viewer(telegram, query);
    return fittingChats(telegram, { person, requestId: Number(query.request) }).map(fittingView);
  });
  server.get<{ Params: { id: string } }>("/control/files/:id", (request, reply) => {
    const file = telegram.files.get(request.params.id);
    if (file === undefined) throw new WorldError(`no file has the id ${request.params.id}`);
    return reply.type(file.mime).send(file.bytes);
  });
}

/** What a person does: see control.ts. */
export function servePerson(server: FastifyInstance, telegram: Telegram, actions: Actions): void {
  server.post<{ Body: Asking }>("/control/inline", ({ body }) => {
    const queryId = actions.askInline(body);
    const answer = telegram.inlineQueries.get(queryId)?.answer;
    return { queryId, ...(answer !== undefined && { answer: inlineView(answer) }) };
  });
  server.post<{ Body: Choosing }>("/control/choose", ({ body }) => ({
    messageId: chooseInline(telegram, body).id,
  }));
  server.post<{ Body: PersonMessage }>("/control/message", ({ body }) => ({
    messageId: actions.say(body),
  }));
  server.post<{ Body: Forwarding }>("/control/forward", ({ body }) => ({
    messageId: actions.forward(body),
  }));
  server.post<{ Body: ButtonPress }>("/control/press", ({ body }) => ({
    callbackId: actions.press(body),
  }));
  server.post<{ Body: Sharing }>("/control/share", ({ body }) => ({
    messageId: actions.shareChat(body),
  }));
  server.post<{ Body: { person: number; payload?: string } }>("/control/start", ({ body }) => ({
    messageId: actions.start(body),
  }));
}
