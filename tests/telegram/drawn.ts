import type { Picture } from "../../src/rendering/message/picture.ts";
import type { Database } from "../../src/store/tables.ts";
import { createPictures, pictureKey, type Pictures } from "../../src/telegram/sending/pictures.ts";
import { png } from "../simulator/png.ts";
import { testLog } from "./log.ts";

/** A file of its own for each picture, made at once; what it shows is for the tests of drawing. */
export function draw(picture: Picture): Promise<Uint8Array> {
  return Promise.resolve(png(1080, 1350, pictureKey(picture)));
}

/** Pictures as one process has them, on a store. */
export function picturesOn(db: Database, how: typeof draw = draw): Pictures {
  return createPictures({ db, draw: how, now: () => new Date(0), log: testLog() });
}
