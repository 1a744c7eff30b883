// `npm run soak [-- SEED [CHATS [HOURS]]]`: a day; `npm run soak -- kills [SEED [KILLS]]`: broadcasts
// that are killed, at the pace of the machine. Each has its own time, so only one of them is loaded.
if (process.argv[2] === "kills") {
  process.argv.splice(2, 1);
  await import("../broadcast/soak.ts");
} else await import("./run.ts");
