import type { Draw } from "../telegram/pictures.ts";

/** What draws pictures, from the first one on until it is closed. */
export interface Drawing {
  readonly draw: Draw;
  readonly close: () => Promise<void>;
}

// Until there is one, messages with a picture are sent as their words.
export function openDrawing(): Drawing {
  return {
    draw: () => Promise.reject(new Error("nothing draws pictures yet")),
    close: () => Promise.resolve(),
  };
}
