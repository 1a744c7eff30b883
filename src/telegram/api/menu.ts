import type { BotCommand } from "telegraf/types";
import type { CallResult } from "./call-result.ts";
import type { Client } from "./client.ts";
import { insist, type Insistence } from "./insist.ts";
import type { CommandScope } from "./methods.ts";

/** What Telegram shows of the bot; whatever is not named here is shown empty. */
export interface MenuPlan {
  readonly menus: readonly Menu[];
  readonly descriptions: readonly Description[];
}

export interface Menu {
  readonly scope: CommandScope;
  /** Empty for people of any other language. */
  readonly languageCode: LanguageCode;
  /** Telegram takes 100 at most; the rest is left out. */
  readonly commands: readonly BotCommand[];
}

export interface Description {
  readonly languageCode: LanguageCode;
  /** At most 512 characters, shown in an empty chat. */
  readonly description: string;
  /** At most 120 characters, shown on the profile. */
  readonly shortDescription: string;
}

export type LanguageCode = "" | "ar" | "en";

export interface MenuKeeper {
  /** Brings Telegram in line with the plan, in the background; an older plan is given up. */
  follow(plan: MenuPlan): void;
  /** Resolves when there is nothing left to be told. */
  done(): Promise<void>;
  stop(): Promise<void>;
}

const scopes: readonly CommandScope[] = ["default", "all_private_chats", "all_group_chats"];
const languageCodes: readonly LanguageCode[] = ["", "ar", "en"];
const mostCommands = 100;

/** Keeps the command menu and the descriptions; Telegram is only told what it has differently. */
export function createMenuKeeper(client: Client, tools: Omit<Insistence, "signal">): MenuKeeper {
  let following = Promise.resolve();
  let current = new AbortController();
  /** The plan that Telegram was last brought in line with, whole. */
  let kept: string | undefined;

  function giveUp(): Promise<void> {
    current.abort();
    current = new AbortController();
    return following;
  }

  async function bring(plan: MenuPlan, signal: AbortSignal): Promise<void> {
    const wanted = JSON.stringify(plan);
    if (wanted === kept) return;
    kept = undefined;
    await apply({ client, ...tools, signal }, plan);
    if (!signal.aborted) kept = wanted;
  }

  return {
    follow(plan) {
      const before = giveUp();
      const { signal } = current;
      following = before.then(() => bring(plan, signal));
    },
    done: () => following,
    stop: giveUp,
  };
}

interface Telling extends Insistence {
  readonly client: Client;
}

async function apply(telling: Telling, plan: MenuPlan): Promise<void> {
  for (const scope of scopes) {
    for (const languageCode of languageCodes) {
      const menu = plan.menus.find(
        (menu) => menu.scope === scope && menu.languageCode === languageCode,
      );
      await applyMenu(telling, { scope, languageCode, commands: menu?.commands ?? [] });
    }
  }
  const texts = (code: LanguageCode): Description | undefined =>
    plan.descriptions.find(({ languageCode }) => languageCode === code);
  for (const languageCode of languageCodes) {
    await applyDescription(telling, languageCode, {
      own: texts(languageCode) ?? blank,
      shown: texts(languageCode) ?? texts("") ?? blank,
    });
  }
}

const blank: Omit<Description, "languageCode"> = { description: "", shortDescription: "" };

/** Where a language has no text of its own, Telegram gives that of everybody else. */
interface Wanted {
  readonly own: typeof blank;
  readonly shown: typeof blank;
}

async function applyMenu(telling: Telling, menu: Menu): Promise<void> {
  const { client, signal } = telling;
  const place = { scope: { type: menu.scope }, language_code: menu.languageCode };
  const commands = menu.commands.slice(0, mostCommands);
  const there = await ask(telling, () => client.call("getMyCommands", place, { signal }));
  if (there === undefined || sameCommands(there, commands)) return;
  await ask<true>(telling, () =>
    commands.length === 0
      ? client.call("deleteMyCommands", place, { signal })
      : client.call("setMyCommands", { ...place, commands }, { signal }),
  );
}

async function applyDescription(
  telling: Telling,
  language_code: LanguageCode,
  { own, shown }: Wanted,
): Promise<void> {
  const { client, signal } = telling;
  const language = { language_code };
  const long = await ask(telling, () => client.call("getMyDescription", language, { signal }));
  if (long !== undefined && ![own.description, shown.description].includes(long.description)) {
    const params = { ...language, description: own.description };
    await ask(telling, () => client.call("setMyDescription", params, { signal }));
  }
  const short = await ask(telling, () =>
    client.call("getMyShortDescription", language, { signal }),
  );
  const fits = [own.shortDescription, shown.shortDescription];
  if (short !== undefined && !fits.includes(short.short_description)) {
    const params = { ...language, short_description: own.shortDescription };
    await ask(telling, () => client.call("setMyShortDescription", params, { signal }));
  }
}

/** The result of a call, or undefined where it was refused (which is logged) or given up. */
async function ask<T>(
  telling: Telling,
  call: () => Promise<CallResult<T>>,
): Promise<T | undefined> {
  const outcome = await insist(telling, call);
  if (outcome?.type === "sent") return outcome.result;
  if (outcome !== undefined) telling.log.error({ outcome }, "Telegram refused a part of the menu");
  return undefined;
}

function sameCommands(some: readonly BotCommand[], others: readonly BotCommand[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ command, description }, index) => {
      const other = others[index];
      return command === other?.command && description === other.description;
    })
  );
}
