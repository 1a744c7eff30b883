import type { InlineAnswerView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { mountInlineList } from "./inline-list.ts";
import type { ViewStore } from "./view.ts";

export interface InlineMode {
  /** Follows what is typed; whether it is a query of the inline mode. */
  readonly update: (text: string) => boolean;
  readonly hide: () => void;
  /** What a key does while results are shown; false where the key is not for them. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** How long nothing is typed before the bot is asked, in milliseconds. */
const pauseMs = 250;

/** What follows the bot's name at the beginning of a text; undefined where it is not there. */
function inlineQueryOf(text: string, username: string): string | undefined {
  const [, name, query] = /^@(\w+)\s(.*)$/s.exec(text) ?? [];
  return name?.toLowerCase() === username.toLowerCase() ? query : undefined;
}

/** `@bot words` in the composer: the bot's results, one of which is sent in place of the words. */
export function mountInlineMode(
  store: ViewStore,
  actions: Actions,
  field: HTMLTextAreaElement,
): InlineMode {
  let asked = "";
  let queryIds: ReadonlyMap<string, string> = new Map();
  let next: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const list = mountInlineList({
    onPick: (resultId) => void choose(resultId),
    onButton(startParameter) {
      field.value = "";
      hide();
      void actions.start(startParameter);
    },
    onEnd: () => void more(),
  });

  function hide(): void {
    clearTimeout(timer);
    asked = "";
    next = undefined;
    list.hide();
  }

  /** The bot's answer, unless something else is asked by then. */
  async function ask(query: string, offset: string): Promise<InlineAnswerView | undefined> {
    const text = field.value;
    asked = text;
    const found = await actions.askInline(query, offset);
    if (found === undefined || asked !== text) return undefined;
    const { queryId, answer } = found;
    const ids = answer.results.map(({ id }) => [id, queryId] as const);
    queryIds = new Map([...(offset === "" ? [] : queryIds), ...ids]);
    next = answer.nextOffset === "" ? undefined : answer.nextOffset;
    return answer;
  }

  async function first(query: string): Promise<void> {
    const answer = await ask(query, "");
    if (answer !== undefined) list.show(answer);
  }

  async function more(): Promise<void> {
    const query = inlineQueryOf(field.value, store.get().state.bot.username);
    const offset = next;
    next = undefined;
    if (query === undefined || offset === undefined) return;
    const answer = await ask(query, offset);
    if (answer !== undefined) list.add(answer);
  }

  async function choose(resultId: string): Promise<void> {
    const queryId = queryIds.get(resultId);
    if (queryId === undefined) return;
    field.value = "";
    hide();
    await actions.chooseInline(queryId, resultId);
  }

  return {
    hide,
    update(text) {
      const query = inlineQueryOf(text, store.get().state.bot.username);
      if (query === undefined) {
        hide();
        return false;
      }
      clearTimeout(timer);
      timer = setTimeout(() => void first(query), pauseMs);
      return true;
    },
    key(event) {
      const resultId = list.chosen();
      if (resultId === undefined) return false;
      switch (event.key) {
        case "ArrowDown":
        case "ArrowUp":
          list.move(event.key === "ArrowDown" ? 1 : -1);
          return true;
        case "Enter":
          if (event.shiftKey) return false;
          void choose(resultId);
          return true;
        case "Escape":
          hide();
          return true;
        default:
          return false;
      }
    },
  };
}
