import { parentPort } from "node:worker_threads";
import type { Picture } from "../rendering/message/picture.ts";
import { layOutCard } from "./card.ts";
import { openKit, type Kit } from "./kit.ts";
import { colours } from "./themes.ts";

/** What the thread is asked. */
export interface Task {
  readonly id: number;
  readonly picture: Picture;
}

/** What it answers: a PNG, or why there is none. */
export type Drawn =
  | { readonly id: number; readonly type: "png"; readonly bytes: Uint8Array }
  | { readonly id: number; readonly type: "failed"; readonly reason: string };

const opening = openKit();

parentPort?.on("message", (task: Task) => void post(task));

async function post({ id, picture }: Task): Promise<void> {
  const drawn = await answer(id, picture);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(drawn);
}

async function answer(id: number, picture: Picture): Promise<Drawn> {
  try {
    return { id, type: "png", bytes: draw(await opening, picture) };
  } catch (error) {
    return { id, type: "failed", reason: String(error) };
  }
}

function draw(kit: Kit, picture: Picture): Uint8Array {
  return kit.paint(layOutCard(picture, kit.measure), colours[picture.theme]);
}
