import { poll } from "../updates/polling.ts";
import { integer, list, string } from "../rules/kinds.ts";
import { method } from "./method.ts";

export const getUpdates = method({
  name: "getUpdates",
  parameters: {
    offset: integer,
    limit: integer,
    timeout: integer,
    allowed_updates: list(string),
  },
  run: (telegram, args, caller) => poll(telegram, args, caller.signal()),
});
