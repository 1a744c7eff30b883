import { connect, createServer, type Socket } from "node:net";

/** What stands between a process and its server, and may come between them. */
export interface Proxy extends AsyncDisposable {
  readonly port: number;
  /** Breaks every connection; new ones are made. */
  readonly cut: () => void;
  /** Breaks every connection and refuses new ones, until `mend`. */
  readonly refuse: () => void;
  /** Passes nothing on and says nothing of it, as a network that has split does, until `mend`. */
  readonly stall: () => void;
  readonly mend: () => void;
  /** How often those who connect have written the text; one that is cut by a packet is missed. */
  readonly wrote: (text: string) => number;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/** Passes connections on to a port of this machine: to the next one in turn, where it is given more. */
export async function startProxy(...to: readonly number[]): Promise<Proxy> {
  const pairs = new Set<Pair>();
  let state: "open" | "refusing" | "stalled" = "open";
  let turn = 0;
  let written = "";

  function cut(): void {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  function pass({ near, far }: Pair): void {
    near.pipe(far);
    far.pipe(near);
  }

  function hold({ near, far }: Pair): void {
    near.unpipe(far).pause();
    far.unpipe(near).pause();
  }

  function join(near: Socket): void {
    if (state === "refusing") {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ host: "127.0.0.1", port: to[turn++ % to.length] ?? 0 });
    const pair = { near, far };
    pairs.add(pair);
    near.on("data", (chunk: Buffer) => (written += chunk.toString("latin1")));
    for (const one of [near, far]) {
      one.on("error", () => {});
      one.once("close", () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    if (state === "open") pass(pair);
    else hold(pair);
  }

  const server = createServer(join);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    cut,
    refuse() {
      state = "refusing";
      cut();
    },
    stall() {
      state = "stalled";
      for (const pair of pairs) hold(pair);
    },
    mend() {
      if (state === "stalled") for (const pair of pairs) pass(pair);
      state = "open";
    },
    wrote: (text) => written.split(text).length - 1,
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The address of the same database through a proxy. */
export function through({ port }: Proxy, url: string): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}
