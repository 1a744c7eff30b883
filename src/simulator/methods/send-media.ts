import { randomInt } from "node:crypto";
import { badRequest } from "../api-error.ts";
import { entities } from "../rules/given-entities.ts";
import { boolean, file, list, need, object, string, type Args } from "../rules/kinds.ts";
import { markup } from "../rules/markup.ts";
import { captionText } from "../rules/text.ts";
import type { Json } from "../world/message-json.ts";
import type { Telegram } from "../world/telegram.ts";
import { deliver } from "./deliver.ts";
import { mediaFields, readMedia, resolveFile, type FileArgs } from "./media.ts";
import { method } from "./method.ts";
import { sendParameters, target } from "./send-options.ts";

const fileParameters = {
  caption: string,
  parse_mode: string,
  caption_entities: entities,
  reply_markup: markup,
  ...sendParameters,
};

type FileCall = Args<typeof fileParameters> & {
  readonly has_spoiler?: boolean;
  readonly show_caption_above_media?: boolean;
};

function sendFile(telegram: Telegram, args: FileCall, from: FileArgs): Json {
  const { caption: text = "", parse_mode, caption_entities } = args;
  const { type } = from;
  return deliver(telegram, {
    method: type === "photo" ? "sendPhoto" : "sendDocument",
    content: {
      type,
      body: captionText({ text, parse_mode, entities: caption_entities }),
      file: resolveFile(telegram, from),
      spoiler: args.has_spoiler ?? false,
      captionAbove: args.show_caption_above_media ?? false,
    },
    target: target(telegram, args, type === "photo" ? "photos" : "documents"),
    markup: args.reply_markup,
    paid: args.allow_paid_broadcast,
  });
}

export const sendPhoto = method({
  name: "sendPhoto",
  parameters: {
    photo: file,
    has_spoiler: boolean,
    show_caption_above_media: boolean,
    ...fileParameters,
  },
  attachments: true,
  run: (telegram, args, { uploads }) =>
    sendFile(telegram, args, { type: "photo", given: args.photo, uploads }),
});

export const sendDocument = method({
  name: "sendDocument",
  parameters: { document: file, disable_content_type_detection: boolean, ...fileParameters },
  attachments: true,
  run: (telegram, args, { uploads }) =>
    sendFile(telegram, args, { type: "document", given: args.document, uploads }),
});

export const sendMediaGroup = method({
  name: "sendMediaGroup",
  parameters: { ...sendParameters, media: need(list(object(mediaFields))) },
  attachments: true,
  run(telegram, args, { uploads }) {
    const { media } = args;
    if (media.length < 2) throw badRequest("media group must include 2-10 items");
    if (media.length > 10) throw badRequest("too many messages to send as an album");
    if (new Set(media.map((item) => item.type)).size > 1) {
      throw badRequest("document can't be mixed with other media types");
    }
    const contents = media.map((item) => readMedia(telegram, item, uploads));
    const to = target(telegram, args, media[0]?.type === "photo" ? "photos" : "documents");
    const mediaGroupId = String(randomInt(2 ** 47));
    const paid = args.allow_paid_broadcast ?? false;
    telegram.flood.take({ chat: to.chat, type: "send", count: contents.length, paid });
    return contents.map((content) =>
      deliver(telegram, {
        method: "sendMediaGroup",
        target: to,
        content,
        paid,
        mediaGroupId,
        counted: true,
      }),
    );
  },
});
