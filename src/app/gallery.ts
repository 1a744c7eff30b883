import type { Picture } from "../rendering/message/picture.ts";
import { pictureKey } from "../telegram/pictures.ts";

/** Pictures that anybody may fetch: those that we gave an address, and no others. */
export interface Gallery {
  /** The address of a picture, for as long as many others have not got one since. */
  readonly addressOf: (picture: Picture) => string;
  /** A PNG; undefined for a key that is not known. Busy while too many are asked for. */
  readonly find: (key: string) => Promise<Uint8Array | "busy" | undefined>;
}

export interface GalleryParts {
  /** Where the server is reached from outside, without a slash at its end. */
  readonly publicUrl: string;
  readonly draw: (picture: Picture) => Promise<Uint8Array>;
}

/** Pictures that are known, and of those the ones whose bytes are kept. */
const most = { known: 5000, kept: 100 };

/** Pictures that are drawn for strangers at a time: those of chats wait behind them. */
const mostDrawn = 4;

export function createGallery({ publicUrl, draw }: GalleryParts): Gallery {
  const known = new Map<string, Picture>();
  const kept = new Map<string, Promise<Uint8Array | undefined>>();
  let drawing = 0;

  async function drawn(key: string, picture: Picture): Promise<Uint8Array | undefined> {
    drawing += 1;
    try {
      return await draw(picture);
    } catch {
      kept.delete(key);
      return undefined;
    } finally {
      drawing -= 1;
    }
  }

  return {
    addressOf(picture) {
      const key = pictureKey(picture);
      put(known, key, picture, most.known);
      return `${publicUrl}/cards/${key}.png`;
    },
    find(key) {
      const picture = known.get(key);
      const ready = kept.get(key);
      if (picture === undefined || ready !== undefined) return ready ?? Promise.resolve(undefined);
      if (drawing >= mostDrawn) return Promise.resolve("busy");
      const bytes = drawn(key, picture);
      put(kept, key, bytes, most.kept);
      return bytes;
    },
  };
}

/** The newest last; the oldest goes where there are too many. */
function put<T>(all: Map<string, T>, key: string, value: T, mostEntries: number): void {
  all.delete(key);
  all.set(key, value);
  const [oldest] = all.keys();
  if (all.size > mostEntries && oldest !== undefined) all.delete(oldest);
}
