import { quiet } from "./quiet.ts";
import { timers } from "./install.ts";

/**
 * Takes the time from the process that started this one: each message is a moment to go to, each
 * answer says that all is quiet there, and when the next timer is due.
 */
export function followTime(): void {
  let turn = Promise.resolve();
  process.on("message", (moment) => {
    turn = turn.then(() => go(Number(moment)));
  });
}

async function go(moment: number): Promise<void> {
  await timers.pass(moment);
  await quiet();
  process.send?.(timers.next());
}
