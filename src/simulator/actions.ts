import type { ButtonPress, Forwarding, Sharing } from "./control.ts";
import { press, pressInline } from "./world/buttons.ts";
import { deleteChat, migrate, setPermissions, setTitle } from "./world/groups.ts";
import { askInline, chooseInline, type InlineChoice, type InlineQuestion } from "./world/inline.ts";
import { deactivate, setBlocked, setMember, type NewStanding } from "./world/membership.ts";
import type { Crowd } from "./world/people.ts";
import {
  addChannel,
  addForum,
  addGroup,
  addPerson,
  addSupergroup,
  type NewPerson,
  type NewPlace,
} from "./world/settle.ts";
import type { Rights } from "./world/model.ts";
import { shareChat } from "./world/sharing.ts";
import {
  forward,
  reword,
  say,
  start,
  unsay,
  type Rewording,
  type Utterance,
} from "./world/speech.ts";
import type { InlineAnswer, InlineMode, Telegram } from "./world/telegram.ts";
import { addTopic, deleteTopic, renameTopic, setTopicClosed } from "./world/topics.ts";

interface InPerson {
  readonly person: number;
}

interface InChat {
  readonly chat: number;
}

interface InTopic extends InChat {
  readonly threadId: number;
}

/**
 * What people do in the simulated world, and what is done to it. Each takes one plain object, so
 * that `POST /control/world/NAME` with that object as JSON does the same. All throw a WorldError
 * for a person, chat, message or topic that is not there.
 */
export interface Actions {
  /** Gives the person's id. */
  readonly addPerson: (person: NewPerson) => number;
  /** Many people who have started the bot, without the cost of naming each. */
  readonly addCrowd: (crowd: Crowd) => void;
  /** These four give the chat's id; the bot is in it if its id is among the members. */
  readonly addGroup: (place: NewPlace) => number;
  readonly addSupergroup: (place: NewPlace) => number;
  readonly addForum: (place: NewPlace & { readonly topics?: readonly string[] }) => number;
  readonly addChannel: (place: NewPlace) => number;
  /** Writes in a private chat, group, topic or channel; gives the message's id. */
  readonly say: (utterance: Utterance) => number;
  /** Forwards a message that the person sees; gives the new message's id. */
  readonly forward: (forwarding: Forwarding) => number;
  /** Edits what a person wrote. */
  readonly reword: (rewording: Rewording) => void;
  /** Deletes any message of a chat for everybody. */
  readonly unsay: (message: InChat & { readonly messageId: number }) => void;
  /** The start button, or a deep link with its payload; gives the message's id. */
  readonly start: (start: InPerson & { readonly payload?: string }) => number;
  /** Presses a button; gives the id of the callback query. */
  readonly press: (press: ButtonPress) => string;
  readonly pressInline: (
    press: InPerson & { readonly inlineMessageId: string; readonly data: string },
  ) => string;
  /** Asks the inline mode; gives the id of the query. */
  readonly askInline: (question: InlineQuestion) => string;
  /** What the bot offered for a query; undefined until then. */
  readonly offered: (query: { readonly queryId: string }) => InlineAnswer | undefined;
  /** What is set at BotFather: whether there is an inline mode, and feedback of what is chosen. */
  readonly setInlineMode: (mode: Partial<InlineMode>) => void;
  /** Sends an inline result to a chat; gives the inline_message_id, empty where there is none. */
  readonly chooseInline: (choice: InlineChoice) => string;
  /** Picks a chat with a `request_chat` button; gives the message's id. */
  readonly shareChat: (sharing: Sharing) => number;
  readonly block: (person: InPerson) => void;
  readonly unblock: (person: InPerson) => void;
  readonly deactivate: (person: InPerson) => void;
  /** Adds, promotes, restricts, removes or bans a person or the bot. */
  readonly setMember: (standing: NewStanding) => void;
  readonly setTitle: (title: InChat & { readonly title: string }) => void;
  /** What all members of a group may do; a right that is not named is granted. */
  readonly setPermissions: (change: InChat & { readonly permissions: Rights }) => void;
  /** Makes a group a supergroup; gives the new id. */
  readonly migrate: (chat: InChat) => number;
  readonly deleteChat: (chat: InChat) => void;
  /** Gives the thread's id. */
  readonly addTopic: (topic: InChat & { readonly name: string }) => number;
  readonly renameTopic: (topic: InTopic & { readonly name: string }) => void;
  readonly closeTopic: (topic: InTopic) => void;
  readonly reopenTopic: (topic: InTopic) => void;
  readonly deleteTopic: (topic: InTopic) => void;
  /** The bot's balance, which pays for `allow_paid_broadcast`. */
  readonly setStars: (balance: { readonly stars: number }) => void;
}

export function createActions(telegram: Telegram): Actions {
  return {
    addPerson: (person) => addPerson(telegram, person).id,
    addCrowd: (crowd) => telegram.people.addCrowd(crowd),
    addGroup: (place) => addGroup(telegram, place).id,
    addSupergroup: (place) => addSupergroup(telegram, place).id,
    addForum: (place) => addForum(telegram, place).id,
    addChannel: (place) => addChannel(telegram, place).id,
    say: (utterance) => say(telegram, utterance).id,
    forward: (forwarding) => forward(telegram, forwarding).id,
    reword: (rewording) => reword(telegram, rewording),
    unsay: (message) => unsay(telegram, message),
    start: ({ person, payload }) => start(telegram, person, payload).id,
    press: (button) => press(telegram, button),
    pressInline: (button) => pressInline(telegram, button),
    askInline: (question) => askInline(telegram, question),
    chooseInline: (choice) => chooseInline(telegram, choice).inlineMessageId ?? "",
    offered: ({ queryId }) => telegram.inlineQueries.get(queryId)?.answer,
    setInlineMode: (mode) => void Object.assign(telegram.inlineMode, mode),
    shareChat: (sharing) => shareChat(telegram, sharing).id,
    block: ({ person }) => setBlocked(telegram, person, true),
    unblock: ({ person }) => setBlocked(telegram, person, false),
    deactivate: ({ person }) => deactivate(telegram, person),
    setMember: (standing) => setMember(telegram, standing),
    setTitle: ({ chat, title }) => setTitle(telegram, chat, title),
    setPermissions: ({ chat, permissions }) => setPermissions(telegram, chat, permissions),
    migrate: ({ chat }) => migrate(telegram, chat).id,
    deleteChat: ({ chat }) => deleteChat(telegram, chat),
    addTopic: ({ chat, name }) => addTopic(telegram, chat, name).threadId,
    renameTopic: ({ name, ...topic }) => renameTopic(telegram, topic, name),
    closeTopic: (topic) => setTopicClosed(telegram, topic, true),
    reopenTopic: (topic) => setTopicClosed(telegram, topic, false),
    deleteTopic: ({ chat, threadId }) => deleteTopic(telegram, chat, threadId),
    setStars({ stars }) {
      telegram.profile.stars = stars;
    },
  };
}
