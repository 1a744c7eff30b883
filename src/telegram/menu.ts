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
  stop(): Promise<void>;
}

const scopes: readonly CommandScope[] = ["default", "all_private_chats", "all_group_chats"];
const languageCodes: readonly LanguageCode[] = ["", "ar", "en"];
const mostCommands = 100;

/** Keeps the command menu and the descriptions; Telegram is only told what it has differently. */
export function createMenuKeeper(client: Client, tools: Omit<Insistence, "signal">): MenuKeeper {
  let following = Promise.resolve();
  let current = new AbortController();

  function giveUp(): Promise<void> {
    current.abort();
    current = new AbortController();
    return following;
  }

  return {
    follow(plan) {
      const before = giveUp();
      const { signal } = current;
      following = before.then(() => apply({ client, ...tools, signal }, plan));
    },
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
  for (const languageCode of languageCodes) {
    const found = plan.descriptions.find((one) => one.languageCode === languageCode);
    await applyDescription(
      telling,
      found ?? { languageCode, description: "", shortDescription: "" },
    );
  }
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

async function applyDescription(telling: Telling, wanted: Description): Promise<void> {
  const { client, signal } = telling;
  const language = { language_code: wanted.languageCode };
  const { description, shortDescription: short_description } = wanted;
  const long = await ask(telling, () => client.call("getMyDescription", language, { signal }));
  if (long !== undefined && long.description !== description) {
    const params = { ...language, description };
    await ask(telling, () => client.call("setMyDescription", params, { signal }));
  }
  const short = await ask(telling, () =>
    client.call("getMyShortDescription", language, { signal }),
  );
  if (short !== undefined && short.short_description !== short_description) {
    const params = { ...language, short_description };
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
