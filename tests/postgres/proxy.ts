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
  /** The next answer that has the text is never heard: its connection breaks instead. */
  readonly swallow: (text: string) => void;
  /** How many packets with the text came from those who connect. */
  readonly packets: (text: string) => number;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

/** Passes connections on to a port of this machine: to the next one in turn, where it is given more. */
export async function startProxy(...to: readonly number[]): Promise<Proxy> {
  const pairs = new Set<Pair>();
  const written: Buffer[] = [];
  let state: "open" | "refusing" | "stalled" = "open";
  let turn = 0;
  let swallowed: string | undefined;

  function join(near: Socket): void {
    if (state === "refusing") {
      near.resetAndDestroy();
      return;
    }
    const pair = { near, far: connect({ host: "127.0.0.1", port: to[turn++ % to.length] ?? 0 }) };
    const { far } = pair;
    pairs.add(pair);
    near.on("data", (chunk: Buffer) => {
      written.push(chunk);
      far.write(chunk);
    });
    far.on("data", (chunk: Buffer) => {
      if (swallowed === undefined || !chunk.includes(swallowed)) near.write(chunk);
      else {
        swallowed = undefined;
        reset(pair);
      }
    });
    for (const one of [near, far]) {
      one.on("error", () => {});
      one.once("close", () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    if (state === "stalled") hold(pair);
  }

  function cut(): void {
    for (const pair of pairs) reset(pair);
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
      state = "open";
      for (const { near, far } of pairs) {
        near.resume();
        far.resume();
      }
    },
    swallow(text) {
      swallowed = text;
    },
    packets: (text) => written.filter((packet) => packet.includes(text)).length,
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reset({ near, far }: Pair): void {
  near.resetAndDestroy();
  far.resetAndDestroy();
}

function hold({ near, far }: Pair): void {
  near.pause();
  far.pause();
}

/** The address of the same database through a proxy. */
export function through({ port }: Proxy, url: string): string {
  const address = new URL(url);
  address.port = String(port);
  return address.href;
}
