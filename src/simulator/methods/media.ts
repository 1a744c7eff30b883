import { ApiError, badRequest } from "../api-error.ts";
import { imageSize } from "../rules/image-size.ts";
import { entities } from "../rules/given-entities.ts";
import { boolean, need, string, type Args, type Upload } from "../rules/kinds.ts";
import { captionText } from "../rules/text.ts";
import type { Content, StoredFile } from "../world/model.ts";
import type { Telegram } from "../world/telegram.ts";

export type MediaType = "photo" | "document";

const mostPhotoBytes = 10 * 1024 * 1024;
const mostBytes = 50 * 1024 * 1024;

/** An InputMedia of the kinds that the simulator knows. */
export const mediaFields = {
  type: need(string),
  media: need(string),
  caption: string,
  parse_mode: string,
  caption_entities: entities,
  has_spoiler: boolean,
  show_caption_above_media: boolean,
  disable_content_type_detection: boolean,
};

function storePhoto(telegram: Telegram, { filename, bytes }: Upload): StoredFile {
  if (bytes.length > mostPhotoBytes) {
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${mostPhotoBytes} bytes`,
    );
  }
  const size = imageSize(bytes);
  if (size === undefined) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height, mime } = size;
  const ratio = Math.max(width / height, height / width);
  if (width + height > 10_000 || ratio > 20) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return telegram.files.add({ name: filename, mime, bytes, width, height });
}

function store(telegram: Telegram, upload: Upload, type: MediaType): StoredFile {
  const { filename: name, mimetype: mime, bytes } = upload;
  if (bytes.length === 0) throw badRequest("file must be non-empty");
  if (bytes.length > mostBytes) throw new ApiError(413, "Request Entity Too Large");
  return type === "photo"
    ? storePhoto(telegram, upload)
    : telegram.files.add({ name, mime, bytes });
}

/** A file that was sent before, by its id; the simulator fetches nothing from elsewhere. */
function storedFile(telegram: Telegram, id: string, type: MediaType): StoredFile {
  if (/^https?:/i.test(id)) throw badRequest("failed to get HTTP URL content");
  const file = telegram.files.get(id);
  if (file === undefined) {
    throw badRequest("wrong remote file identifier specified: Wrong string length");
  }
  if (type === "photo" && file.width === undefined) {
    throw badRequest("can't use file of type Document as Photo");
  }
  return file;
}

export interface FileArgs {
  readonly type: MediaType;
  readonly given: string | Upload | undefined;
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** The file that a parameter brings, names by `file_id`, or points to by `attach://name`. */
export function resolveFile(telegram: Telegram, { type, given, uploads }: FileArgs): StoredFile {
  const name = typeof given === "string" ? /^attach:\/\/(.+)$/.exec(given)?.[1] : undefined;
  const upload = name === undefined ? given : uploads.get(name);
  if (upload === undefined || upload === "") {
    throw badRequest(`there is no ${type} in the request`);
  }
  return typeof upload === "string"
    ? storedFile(telegram, upload, type)
    : store(telegram, upload, type);
}

/** The content that an InputMedia describes. */
export function readMedia(
  telegram: Telegram,
  media: Args<typeof mediaFields>,
  uploads: ReadonlyMap<string, Upload>,
): Content & { readonly type: MediaType } {
  const { type, caption: text = "", parse_mode, caption_entities } = media;
  if (type !== "photo" && type !== "document") {
    throw badRequest(`can't parse InputMedia: type ${type} is not known to the simulator`);
  }
  return {
    type,
    body: captionText({ text, parse_mode, entities: caption_entities }),
    file: resolveFile(telegram, { type, given: media.media, uploads }),
    spoiler: media.has_spoiler ?? false,
    captionAbove: media.show_caption_above_media ?? false,
  };
}
