import { parentPort } from "node:worker_threads";
import type { FileToRead } from "./read-file.ts";
import { readFile } from "./read-files.ts";

parentPort?.on("message", (batch: readonly FileToRead[]) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(batch.map(readFile));
});
