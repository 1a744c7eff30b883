import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { restoreUnderLoad } from "./restored.ts";

// oxlint-disable-next-line vitest/expect-expect -- it is asked where it is done
it(
  "a backup of a broadcast is restored as a file in its place, and the bot goes on with it",
  { timeout: 120_000 },
  () =>
    restoreUnderLoad({
      restore: (backup, folder) => {
        mkdirSync(join(folder, "data"));
        const path = join(folder, "data", "mujaz.db");
        copyFileSync(backup, path);
        return Promise.resolve(`file:${path}`);
      },
    }),
);
