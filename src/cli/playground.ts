import { runApp } from "../app/run-app.ts";
import { readPlaygroundConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { playgroundWorld } from "../simulator/playground-world.ts";
import { startSimulator, type Simulator, type SimulatorOptions } from "../simulator/simulator.ts";
import { UserError, type Verb } from "./verb.ts";

/** Known to nobody but the simulator of this process. */
const token = "100000001:playground-token-of-no-worth-at-all";

/** `mujaz playground`: the bot with a local Telegram and a page to chat on; no token, no network. */
export const playground: Verb = async ({ env, print, stop }) => {
  const { host, port, contentDir, delivery, logLevel } = readPlaygroundConfig(env);
  let editor = 0;
  const simulator = await listen({
    token,
    host,
    port,
    world: (telegram) => {
      editor = playgroundWorld(telegram);
    },
  });
  print(`Mujaz playground: ${simulator.apiRoot}  (content: ${contentDir}; stop with Ctrl+C)`);
  try {
    const end = await runApp(
      {
        botToken: token,
        apiRoot: simulator.apiRoot,
        databaseUrl: "file::memory:",
        contentDir,
        reception: { type: "polling" },
        editorIds: [editor],
        delivery,
        clock: () => new Date(simulator.clock.now()),
        onJump: simulator.onJump,
        log: createLog(logLevel),
        onProblems: simulator.reportProblems,
      },
      stop,
    );
    if (end.type === "fatal") throw new UserError(end.reason);
    return 0;
  } finally {
    await simulator.close();
  }
};

async function listen(options: SimulatorOptions): Promise<Simulator> {
  try {
    return await startSimulator(options);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken) throw error;
    const { host, port } = options;
    throw new UserError(
      `PORT: ${port}: another program listens on ${host}:${port}; choose another, as in PORT=8081`,
    );
  }
}
