import { badRequest } from "../api-error.ts";
import { entities } from "../rules/given-entities.ts";
import { boolean, need, object, string } from "../rules/kinds.ts";
import { captionText, messageText } from "../rules/text.ts";
import type { Content, Message } from "../world/model.ts";
import { change, editParameters, editTarget } from "./edit-target.ts";
import { linkPreviewOptions } from "./link-preview.ts";
import { mediaFields, readMedia } from "./media.ts";
import { method } from "./method.ts";

export const editMessageText = method({
  name: "editMessageText",
  parameters: {
    text: need(string, "message text is empty"),
    parse_mode: string,
    entities,
    link_preview_options: linkPreviewOptions,
    ...editParameters,
  },
  run(telegram, args) {
    const body = messageText(args);
    const message = editTarget(telegram, args);
    if (message.content.type !== "text") {
      throw badRequest("there is no text in the message to edit");
    }
    const linkPreview = args.link_preview_options;
    const content: Content = {
      type: "text",
      body,
      ...(linkPreview !== undefined && { linkPreview }),
    };
    return change(telegram, message, { method: "editMessageText", content, args });
  },
});

type Media = Content & { readonly type: "photo" | "document" };

function mediaOf(message: Message, what: string): Media {
  const { content } = message;
  if (content.type === "photo" || content.type === "document") return content;
  throw badRequest(`there is no ${what} in the message to edit`);
}

export const editMessageCaption = method({
  name: "editMessageCaption",
  parameters: {
    caption: string,
    parse_mode: string,
    caption_entities: entities,
    show_caption_above_media: boolean,
    ...editParameters,
  },
  run(telegram, args) {
    const { caption: text = "", parse_mode, caption_entities } = args;
    const body = captionText({ text, parse_mode, entities: caption_entities });
    const message = editTarget(telegram, args);
    const content = {
      ...mediaOf(message, "caption"),
      body,
      captionAbove: args.show_caption_above_media ?? false,
    };
    return change(telegram, message, { method: "editMessageCaption", content, args });
  },
});

/** Any other parameter of this call may be a file that the medium refers to. */
export const editMessageMedia = method({
  name: "editMessageMedia",
  parameters: { media: need(object(mediaFields)), ...editParameters },
  attachments: true,
  run(telegram, args, { uploads }) {
    const message = editTarget(telegram, args);
    const content = readMedia(telegram, args.media, uploads);
    return change(telegram, message, { method: "editMessageMedia", content, args });
  },
});

export const editMessageReplyMarkup = method({
  name: "editMessageReplyMarkup",
  parameters: editParameters,
  run(telegram, args) {
    const message = editTarget(telegram, args);
    return change(telegram, message, { method: "editMessageReplyMarkup", args });
  },
});
