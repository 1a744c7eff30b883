import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Takes the server off the network and puts it back on the same port. */
export interface Connections {
  /** From now on connections are refused, and those that are open are cut. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** A pause of so many ms of real time. */
  readonly pauseFor: (ms: number) => Promise<void>;
}

export function createConnections(
  server: Server,
  address: { readonly host: string; readonly port: () => number },
): Connections {
  let port = 0;

  async function stop(): Promise<void> {
    if (!server.listening) return;
    port = address.port();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.close(() => resolve());
    server.closeAllConnections();
    await promise;
  }

  async function resume(): Promise<void> {
    if (server.listening) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once("error", reject);
    server.listen({ port, host: address.host }, resolve);
    await promise;
    server.off("error", reject);
  }

  return {
    pause: stop,
    resume,
    async pauseFor(ms) {
      await stop();
      await pause(ms);
      await resume();
    },
  };
}
