import type { Button } from "../../rendering/message.ts";
import type { SettingsPage } from "../../rendering/press-place.ts";
import { label } from "../../rendering/translate.ts";
import { wordingOf } from "../command.ts";
import type { Request } from "../request.ts";
import { placeButton, type Target } from "./target.ts";

/** To the page that a page was opened from. */
export function backRow(
  request: Request,
  target: Target,
  to: SettingsPage = "main",
): readonly Button[] {
  const words = label(wordingOf(request), "interface:button.settings");
  return [placeButton(target, words, { type: "open", to })];
}
