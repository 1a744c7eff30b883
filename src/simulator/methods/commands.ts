import { badRequest } from "../api-error.ts";
import { list, need, object, string, type Args } from "../rules/kinds.ts";
import { checkLanguage, scopeFields, scopeKey } from "./command-scopes.ts";
import { method } from "./method.ts";

const command = { command: need(string), description: need(string) };

const where = { scope: scopeFields, language_code: string };

function checkCommand({ command: name, description }: Args<typeof command>): void {
  if (name === "") throw badRequest("command must be non-empty");
  if (name.length > 32) throw badRequest("command length must not exceed 32");
  if (!/^[a-z0-9_]+$/.test(name)) throw badRequest("BOT_COMMAND_INVALID");
  if (description.trim() === "") throw badRequest("command description must be non-empty");
  if (description.length > 256) {
    throw badRequest("command description length must not exceed 256");
  }
}

export const setMyCommands = method({
  name: "setMyCommands",
  parameters: { commands: need(list(object(command))), ...where },
  run(telegram, args) {
    const { commands } = args;
    for (const one of commands) checkCommand(one);
    if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    const key = `${scopeKey(telegram, args.scope)} ${checkLanguage(args.language_code)}`;
    telegram.profile.commands.set(key, commands);
    telegram.record.add({ type: "called", method: "setMyCommands", args });
    telegram.hub.emit({ type: "commands" });
    return true;
  },
});

export const getMyCommands = method({
  name: "getMyCommands",
  parameters: where,
  run(telegram, args) {
    const key = `${scopeKey(telegram, args.scope)} ${checkLanguage(args.language_code)}`;
    return telegram.profile.commands.get(key) ?? [];
  },
});

export const deleteMyCommands = method({
  name: "deleteMyCommands",
  parameters: where,
  run(telegram, args) {
    const key = `${scopeKey(telegram, args.scope)} ${checkLanguage(args.language_code)}`;
    telegram.profile.commands.delete(key);
    telegram.record.add({ type: "called", method: "deleteMyCommands", args });
    telegram.hub.emit({ type: "commands" });
    return true;
  },
});
