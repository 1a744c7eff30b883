/*
 * `npm run soak [-- SEED [CHATS [HOURS]]]`: a day of the bot, by default of 24 hours and 20,000
 * chats, as its seed has it, and what it came to. `npm run soak -- kills [SEED [KILLS]]`: broadcasts
 * that are killed, at the pace of the machine.
 *
 * The day is the simulator's and the bot's together (see clock/): it leaps from one moment at which
 * something is to be done to the next. Waits, retries, time limits, pace, Telegram's own limits,
 * quiet hours and schedules all go by it. Real are the processes, their signals, the requests, the
 * store's file and what is written to it, and the lease, which goes by the database's clock: a day
 * says nothing about how fast anything is, or about a disk. Between two turns of the loop no time
 * passes, so that whatever is asked at one moment is asked at the same millisecond. How far the
 * system had got in its own work when a process was killed is not the seed's to decide: the same
 * seed is the same day, not the same race.
 */
if (process.argv[2] === "kills") {
  process.argv.splice(2, 1);
  await import("../broadcast/soak.ts");
} else await import("./run.ts");
