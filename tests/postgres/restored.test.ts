import { expect, it } from "vitest";
import { startProcess } from "../app/bot-process.ts";
import { restoreUnderLoad } from "../broadcast/restored.ts";
import { emptyUrl, freshUrl } from "./fresh.ts";

// oxlint-disable-next-line vitest/expect-expect -- it is asked where it is done
it(
  "a backup of a broadcast is moved back to a server, and the bot goes on with it",
  { timeout: 120_000 },
  async () =>
    restoreUnderLoad({
      databaseUrl: await freshUrl(),
      restore: async (backup) => {
        const to = await emptyUrl();
        const verb = startProcess(["migrate-store", `file:${backup}`, to]);
        expect([await verb.ended, verb.output()]).toEqual([0, expect.stringContaining("the same")]);
        return to;
      },
    }),
);
