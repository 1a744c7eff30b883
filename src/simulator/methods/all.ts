import { getUpdates } from "./get-updates.ts";
import { getMe } from "./me.ts";
import type { Method } from "./method.ts";
import { sendMessage } from "./send-message.ts";

/** Every method that the simulator has, by its name in lower case: names are not case-sensitive. */
export const methods: ReadonlyMap<string, Method> = new Map(
  [getMe, getUpdates, sendMessage].map((method) => [method.name.toLowerCase(), method]),
);
