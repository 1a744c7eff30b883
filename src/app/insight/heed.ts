import type { Metrics } from "../../metrics.ts";
import type { ServerOptions } from "../../server/server.ts";
import type { Heed } from "../../store/database.ts";
import type { WorkerParts } from "../../telegram/updates/inbox-worker.ts";

/** Seconds after its slot for which a digest counts as on time. */
const onTime = 60;

/** What the parts of the bot tell of themselves, as metrics. */
export function heedParts(metrics: Metrics, now: () => Date) {
  const secondsSince = (then: Date): number => (now().getTime() - then.getTime()) / 1000;

  const store: Heed = (seconds, failed) => {
    metrics.observe("query", seconds, {});
    if (failed) metrics.count("storeErrors", {});
  };

  const update: WorkerParts["onEnd"] = (end, { receivedAt }) => {
    metrics.count("handled", { end });
    if (end === "done") metrics.observe("update", secondsSince(receivedAt), {});
  };

  const request: ServerOptions["onAnswered"] = (route, status, seconds) =>
    metrics.observe("http", seconds, { route, status: String(status) });

  return {
    store,
    update,
    request,
    wait: (ms: number) => metrics.observe("wait", ms / 1000, {}),
    stored: (way: string, kind: string) => metrics.count("updates", { way, kind }),
    fired: (slot: Date) =>
      metrics.count("digests", { timing: secondsSince(slot) > onTime ? "late" : "on_time" }),
  };
}
