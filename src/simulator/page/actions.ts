import type { FittingChat, InlineAnswerView, MessageView, SentFile } from "../control.ts";
import { inlineAnswers, pressAnswers } from "./answers.ts";
import {
  loadFitting,
  postChoose,
  postClock,
  postForward,
  postInline,
  postMessage,
  postPress,
  postShare,
  postStart,
} from "./api.ts";
import { showAlert } from "./dialogs.ts";
import type { Link } from "./links.ts";
import type { Place } from "./place.ts";
import { chatAt, placeKey, toHash } from "./place.ts";
import { toast } from "./toast.ts";
import type { ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

interface Offered {
  readonly queryId: string;
  readonly answer: InlineAnswerView;
}

/** What a person can do on the page. What fails is said in a toast. */
export interface Actions {
  /** Writes in the open place, or sends a file with a caption; true when it was sent. */
  readonly send: (text: string, file?: SentFile) => Promise<boolean>;
  /** Forwards a message to the bot, and goes there. */
  readonly forward: (message: MessageView) => Promise<void>;
  /** Sends a command, addressed to the bot where others are present. */
  readonly sendCommand: (command: string) => Promise<boolean>;
  readonly press: (message: MessageView, data: string) => Promise<void>;
  readonly follow: (link: Link) => void;
  readonly start: (payload?: string) => Promise<void>;
  readonly goTo: (place: Place) => void;
  readonly showList: () => void;
  readonly reply: (messageId: number | undefined) => void;
  /** The chats that fit a button which requests one; undefined where that cannot be learnt. */
  readonly fitting: (requestId: number) => Promise<readonly FittingChat[] | undefined>;
  readonly share: (requestId: number, chat: number) => Promise<void>;
  /** What the bot offers for a query; undefined where no answer comes. */
  readonly askInline: (query: string, offset: string) => Promise<Offered | undefined>;
  /** Sends a result in the open chat. */
  readonly chooseInline: (queryId: string, resultId: string) => Promise<boolean>;
  readonly setClock: (
    change: { readonly advanceMs: number } | { readonly now: number },
  ) => Promise<void>;
}

export function createActions(store: ViewStore): Actions {
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : "";
      toast(`${viewWords(store.get()).failed}: ${reason}`);
      return false;
    }
  }

  function goTo(place: Place): void {
    const { state, unread } = store.get();
    const { [placeKey(place)]: _, ...rest } = unread;
    store.change({ place, screen: "chat", unread: rest, replyTo: undefined });
    const hash = toHash(state.person.id, place);
    if (location.hash !== hash) history.pushState(null, "", hash);
  }

  function showList(): void {
    store.change({ screen: "list" });
    history.pushState(null, "", toHash(store.get().state.person.id));
  }

  async function send(text: string, file?: SentFile): Promise<boolean> {
    const { state, place, replyTo } = store.get();
    return attempt(async () => {
      await postMessage({
        person: state.person.id,
        chat: place.chatId,
        text,
        ...(file !== undefined && { file }),
        ...(place.threadId !== undefined && { threadId: place.threadId }),
        ...(replyTo !== undefined && { replyTo }),
      });
      store.change({ replyTo: undefined });
    });
  }

  async function start(payload?: string): Promise<void> {
    const { person } = store.get().state;
    await attempt(async () => {
      await postStart(person.id, payload);
      goTo({ chatId: person.id });
    });
  }

  async function forward({ chatId: from, messageId }: MessageView): Promise<void> {
    const { id } = store.get().state.person;
    await attempt(async () => {
      await postForward({ person: id, from, messageId, chat: id });
      goTo({ chatId: id });
    });
  }

  async function press(message: MessageView, data: string): Promise<void> {
    const { chatId: chat, messageId } = message;
    const person = store.get().state.person.id;
    await attempt(async () => {
      const { callbackId } = await postPress({ person, chat, messageId, data });
      const answer = await pressAnswers.to(callbackId);
      if (answer === undefined || answer.text === "") return;
      (answer.alert ? showAlert : toast)(answer.text);
    });
  }

  async function fitting(requestId: number): Promise<readonly FittingChat[] | undefined> {
    let chats: readonly FittingChat[] | undefined;
    await attempt(async () => {
      chats = await loadFitting(store.get().state.person.id, requestId);
    });
    return chats;
  }

  async function askInline(query: string, offset: string): Promise<Offered | undefined> {
    const { state, place } = store.get();
    const asking = { person: state.person.id, chat: place.chatId, query, offset };
    let offered: Offered | undefined;
    await attempt(async () => {
      const { queryId, answer } = await postInline(asking);
      const known = answer ?? (await inlineAnswers.to(queryId));
      offered = known && { queryId, answer: known };
    });
    return offered;
  }

  async function chooseInline(queryId: string, resultId: string): Promise<boolean> {
    const { chatId: chat, threadId } = store.get().place;
    const choosing = { queryId, resultId, chat, ...(threadId !== undefined && { threadId }) };
    return attempt(() => postChoose(choosing));
  }

  return {
    send,
    askInline,
    chooseInline,
    forward,
    fitting,
    start,
    press,
    goTo,
    showList,
    sendCommand: (command) => send(addressed(store, command)),
    follow(link) {
      if (link.type === "start") void start(link.payload);
      if (link.type === "place") goTo(link.place);
    },
    reply: (replyTo) => store.change({ replyTo }),
    async share(requestId, chat) {
      const person = store.get().state.person.id;
      await attempt(() => postShare({ person, requestId, chat }));
    },
    async setClock(change) {
      await attempt(() => postClock(change));
    },
  };
}

function addressed(store: ViewStore, command: string): string {
  const { state, place } = store.get();
  const isPrivate = chatAt(state, place)?.kind === "private";
  return isPrivate || command.includes("@") ? command : `${command}@${state.bot.username}`;
}
