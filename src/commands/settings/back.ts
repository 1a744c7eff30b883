import type { Button } from "../../rendering/message/message.ts";
import type { SettingsPage } from "../../rendering/message/press-place.ts";
import { label } from "../../rendering/text/translate.ts";
import { wordingOf } from "../command.ts";
import type { Request } from "../request.ts";
import { placeButton, type Target } from "./target.ts";

/** To the page that a page was opened from, by its name. */
export function backRow(
  request: Request,
  target: Target,
  to: Extract<SettingsPage, "main" | "times" | "quiet"> = "main",
): readonly Button[] {
  const key = to === "main" ? "interface:button.settings" : (`interface:page.${to}` as const);
  const words = label(wordingOf(request), key);
  return [placeButton(target, words, { type: "open", to })];
}
