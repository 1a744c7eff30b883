import { parts } from "./parts.ts";

// A process for each part, so that none has the memory of the one before.
await parts.find(({ name }) => name === process.argv[2])?.run();
