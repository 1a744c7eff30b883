import { createTask } from "node-cron";

/** Every ten seconds: a digest is due at its minute, and an alert a while after its last change. */
const pattern = "*/10 * * * * *";

/** node-cron says when a beat came late; what is due is in the store, and late is not lost. */
const quiet = { info() {}, warn() {}, error() {}, debug() {} };

export interface Heartbeat {
  readonly stop: () => Promise<void>;
}

/** Calls `beat` every ten seconds until it is stopped; a beat that is not over lets the next pass. */
export async function startHeartbeat(beat: () => Promise<void>): Promise<Heartbeat> {
  const task = createTask(pattern, beat, {
    noOverlap: true,
    suppressMissedWarning: true,
    logger: quiet,
  });
  await task.start();
  return {
    async stop() {
      await task.destroy();
    },
  };
}
