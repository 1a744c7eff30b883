import { boolean, object, string } from "../rules/kinds.ts";

export const linkPreviewOptions = object({
  is_disabled: boolean,
  url: string,
  prefer_small_media: boolean,
  prefer_large_media: boolean,
  show_above_text: boolean,
});
