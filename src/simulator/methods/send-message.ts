import { need, string } from "../rules/kinds.ts";
import { markup } from "../rules/markup.ts";
import { messageText } from "../rules/text.ts";
import { deliver } from "./deliver.ts";
import { linkPreviewOptions } from "./link-preview.ts";
import { method } from "./method.ts";
import { entities } from "../rules/given-entities.ts";
import { sendParameters, target } from "./send-options.ts";

export const sendMessage = method({
  name: "sendMessage",
  parameters: {
    text: need(string, "message text is empty"),
    parse_mode: string,
    entities,
    ...sendParameters,
    link_preview_options: linkPreviewOptions,
    reply_markup: markup,
  },
  run(telegram, args) {
    const body = messageText(args);
    return deliver(telegram, {
      method: "sendMessage",
      target: target(telegram, args, "text messages"),
      content: {
        type: "text",
        body,
        ...(args.link_preview_options !== undefined && { linkPreview: args.link_preview_options }),
      },
      markup: args.reply_markup,
      paid: args.allow_paid_broadcast,
    });
  },
});
