import type { Picture } from "../rendering/message/picture.ts";
import type { Log } from "../log.ts";
import { keepCard, readCard } from "../store/cards.ts";
import type { Database } from "../store/tables.ts";
import { pictureKey } from "../telegram/sending/pictures.ts";

/** Pictures that anybody may fetch: those that we gave an address, and no others. */
export interface Gallery {
  /** The address of a picture, for a week. */
  readonly addressOf: (picture: Picture) => string;
  /** A PNG; undefined for a key that is not known. Busy while too many are asked for. */
  readonly find: (key: string) => Promise<Uint8Array | "busy" | undefined>;
}

export interface GalleryParts {
  /** Where the server is reached from outside, without a slash at its end. */
  readonly publicUrl: string;
  readonly draw: (picture: Picture) => Promise<Uint8Array>;
  readonly db: Database;
  readonly now: () => Date;
  readonly log: Log;
}

/** Pictures that are known, and of those the ones whose bytes are kept. */
const most = { known: 5000, kept: 100 };

/** Pictures that are drawn for strangers at a time: those of chats wait behind them. */
const mostDrawn = 4;

export function createGallery({ publicUrl, draw, db, now, log }: GalleryParts): Gallery {
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

  /** It may be another replica that is asked for it. */
  async function keep(key: string, picture: Picture): Promise<void> {
    try {
      await keepCard(db, { key, picture: JSON.stringify(picture) }, now());
    } catch (error) {
      known.delete(key);
      log.error({ error: String(error) }, "the address of a card could not be kept");
    }
  }

  async function pictureOf(key: string): Promise<Picture | undefined> {
    const here = known.get(key);
    if (here !== undefined) return here;
    const kept = await readCard(db, key);
    if (kept === undefined) return undefined;
    const picture: Picture = JSON.parse(kept);
    put(known, key, picture, most.known);
    return picture;
  }

  return {
    addressOf(picture) {
      const key = pictureKey(picture);
      if (!known.has(key)) void keep(key, picture);
      put(known, key, picture, most.known);
      return `${publicUrl}/cards/${key}.png`;
    },
    async find(key) {
      const picture = await pictureOf(key);
      const ready = kept.get(key);
      if (picture === undefined || ready !== undefined) return ready;
      if (drawing >= mostDrawn) return "busy";
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
