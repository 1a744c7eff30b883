import { createHash } from "node:crypto";
import type { Log } from "../../log.ts";
import type { Picture } from "../../rendering/message/picture.ts";
import { dropPicture, keepPicture, readPicture } from "../../store/pictures.ts";
import type { Database } from "../../store/tables.ts";
import type { CallResult } from "../api/call-result.ts";
import type { Upload } from "../api/methods.ts";

/** The bytes of a picture as a file that Telegram takes; rejects where it cannot be drawn. */
export type Draw = (picture: Picture) => Promise<Uint8Array>;

/** A file to be uploaded, or the id of one that Telegram has. */
export type Photo = Upload | string;

type Call = (photo: Photo) => Promise<CallResult<unknown>>;

export interface Pictures {
  /**
   * Makes a call with a picture: by the id of the file that Telegram has of it, else drawn and
   * uploaded. However many want the same picture at a time, one of them uploads it and the others
   * wait. A picture that cannot be drawn is refused as Telegram would refuse it. Never rejects.
   */
  readonly carry: (picture: Picture, call: Call) => Promise<CallResult<unknown>>;
  /** The id of the file that Telegram has of a picture; undefined where it has none. Never rejects. */
  readonly file: (picture: Picture) => Promise<string | undefined>;
  /** Where anybody can fetch a picture, if anywhere. */
  readonly addressOf?: ((picture: Picture) => string) | undefined;
}

export interface PicturesParts {
  readonly db: Database;
  readonly draw: Draw;
  readonly now: () => Date;
  readonly log: Log;
  /** Where anybody can fetch a picture, if anywhere. */
  readonly addressOf?: ((picture: Picture) => string) | undefined;
}

/** Ids that are kept in memory: those of the pictures that are sent at a time. */
const mostKnown = 1000;

/** Milliseconds. */
const untilNextTry = 60_000;

/** Of the picture's data: the same data is the same picture. */
export function pictureKey(picture: Picture): string {
  return createHash("sha256").update(JSON.stringify(picture)).digest("base64url");
}

export function createPictures({ db, draw, now, log, addressOf }: PicturesParts): Pictures {
  const known = new Map<string, string>();
  const failed = new Map<string, number>();
  const uploads = new Map<string, Promise<CallResult<unknown>>>();

  /** One that was uploaded while the store was asked is known now. */
  async function fileOf(key: string): Promise<string | undefined> {
    const kept = known.get(key) ?? (await readPicture(db, key));
    const fileId = known.get(key) ?? kept;
    if (fileId !== undefined) remember(key, fileId);
    return fileId;
  }

  function remember(key: string, fileId: string): void {
    if (known.size >= mostKnown) known.clear();
    known.set(key, fileId);
  }

  /** The file is sent even where it cannot be kept: then the next one uploads it again. */
  async function keep(key: string, fileId: string): Promise<void> {
    remember(key, fileId);
    try {
      await keepPicture(db, { key, fileId }, now());
    } catch (error) {
      log.error({ picture: key, error: String(error) }, "a picture's file could not be kept");
    }
  }

  async function forget(key: string, fileId: string): Promise<void> {
    log.warn({ picture: key }, "Telegram does not take a picture's file any more");
    if (known.get(key) === fileId) known.delete(key);
    await dropPicture(db, { key, fileId });
  }

  /** One that cannot be drawn is not tried again for a while: many may want it. */
  async function drawn(key: string, picture: Picture): Promise<Uint8Array | undefined> {
    if ((failed.get(key) ?? 0) > now().getTime()) return undefined;
    try {
      return await draw(picture);
    } catch (error) {
      log.error({ picture: key, error: String(error) }, "a picture could not be drawn");
      if (failed.size >= mostKnown) failed.clear();
      failed.set(key, now().getTime() + untilNextTry);
      return undefined;
    }
  }

  async function upload(key: string, picture: Picture, call: Call): Promise<CallResult<unknown>> {
    const bytes = await drawn(key, picture);
    if (bytes === undefined) return undrawn;
    const result = await call({ file: { name: "card.png", bytes } });
    const fileId = result.type === "ok" ? largest(result.result) : undefined;
    if (fileId !== undefined) await keep(key, fileId);
    return result;
  }

  function uploadAlone(key: string, picture: Picture, call: Call) {
    const uploading = upload(key, picture, call).finally(() => uploads.delete(key));
    uploads.set(key, uploading);
    return uploading;
  }

  async function carry(picture: Picture, call: Call): Promise<CallResult<unknown>> {
    const key = pictureKey(picture);
    for (;;) {
      const fileId = await fileOf(key);
      const uploading = uploads.get(key);
      if (fileId !== undefined) {
        const result = await call(fileId);
        if (!isWrongFile(result)) return result;
        await forget(key, fileId);
      } else if (uploading === undefined) {
        return uploadAlone(key, picture, call);
      } else {
        await uploading;
      }
    }
  }

  return {
    addressOf,
    async file(picture) {
      try {
        return await fileOf(pictureKey(picture));
      } catch (error) {
        log.error({ error: String(error) }, "a picture's file could not be looked up");
        return undefined;
      }
    },
    async carry(picture, call) {
      try {
        return await carry(picture, call);
      } catch (error) {
        return { type: "unwritten", reason: `the store of pictures: ${String(error)}` };
      }
    },
  };
}

/** As Telegram says that it cannot make a picture of a file. */
const undrawn: CallResult<never> = {
  type: "refused",
  code: 400,
  description: "Bad Request: IMAGE_PROCESS_FAILED",
};

const wrongFile =
  /wrong (?:remote )?file|FILE_REFERENCE_|FILE_ID_INVALID|MEDIA_EMPTY|can't use file of type/;

function isWrongFile(result: CallResult<unknown>): boolean {
  return result.type === "refused" && result.code === 400 && wrongFile.test(result.description);
}

/** The id of the photo in a message, which Telegram gives in several sizes. */
function largest(result: unknown): string | undefined {
  if (typeof result !== "object" || result === null || !("photo" in result)) return undefined;
  const { photo } = result;
  const last: unknown = Array.isArray(photo) ? photo.at(-1) : undefined;
  const isFile = typeof last === "object" && last !== null && "file_id" in last;
  return isFile && typeof last.file_id === "string" ? last.file_id : undefined;
}
