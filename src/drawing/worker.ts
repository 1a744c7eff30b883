import { parentPort } from "node:worker_threads";
import type { Picture } from "../rendering/message/picture.ts";
import { layOutCard } from "./card.ts";
import { layOutChart } from "./chart.ts";
import { openKit } from "./kit.ts";
import { colours } from "./themes.ts";
import type { Layout, Measure } from "./words.ts";

/** What a picture became: a PNG, or why there is none. */
export type Drawn =
  | { readonly type: "png"; readonly bytes: Uint8Array }
  | { readonly type: "failed"; readonly reason: string };

const kit = await openKit();

parentPort?.on("message", (picture: Picture) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(drawn(picture));
});

function drawn(picture: Picture): Drawn {
  try {
    return {
      type: "png",
      bytes: kit.paint(layOut(picture, kit.measure), colours[picture.theme]),
    };
  } catch (error) {
    return { type: "failed", reason: String(error) };
  }
}

function layOut(picture: Picture, measure: Measure): Layout {
  return picture.type === "card" ? layOutCard(picture, measure) : layOutChart(picture, measure);
}
