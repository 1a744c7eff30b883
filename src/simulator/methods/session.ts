import { method } from "./method.ts";

/** Ends the bot's session here; whatever polls is told so. */
export const close = method({
  name: "close",
  parameters: {},
  run(telegram) {
    telegram.poller.end("terminated by close request");
    telegram.record.add({ type: "called", method: "close", args: {} });
    return true;
  },
});

export const logOut = method({
  name: "logOut",
  parameters: {},
  run(telegram) {
    telegram.poller.end("terminated by logOut request");
    telegram.record.add({ type: "called", method: "logOut", args: {} });
    return true;
  },
});
