import { subscribe } from "node:diagnostics_channel";
import { real, timers } from "./install.ts";

let exchanges = 0;

/** Both sides of HTTP: undici's here is the bot, Node's own server the simulator. */
const channels = [
  "undici:request:create",
  "undici:request:headers",
  "undici:request:trailers",
  "undici:request:error",
  "http.server.request.start",
  "http.server.response.finish",
];
for (const channel of channels) subscribe(channel, () => void (exchanges += 1));

/** Grows whenever a request or an answer comes or goes. */
export const exchanged = (): number => exchanges;

/** What Node calls work that ends by itself: files, writes, connecting, the next turn of the loop. */
const underWay = /^(?:FSReq|Immediate|.*(?:Connect|Write|Shutdown|ReqWrap))/;

/** Turns of the loop in which nothing happens before a process counts as quiet. */
const calmTurns = 3;

/**
 * Resolves once this process waits for nothing but the time and the network. A wrong guess does no
 * harm: time passes while somebody works, as it does in life.
 */
export async function quiet(): Promise<void> {
  for (let calm = 0, seen = -1; calm < calmTurns; calm += 1) {
    await new Promise((resolve) => real.setImmediate(resolve));
    const moves = exchanges + timers.moves();
    const isBusy = process.getActiveResourcesInfo().some((name) => underWay.test(name));
    if (isBusy || moves !== seen) calm = -1;
    seen = moves;
  }
}
