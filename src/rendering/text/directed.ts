import type { Language } from "../../domain/language.ts";
import { lineMark } from "./bidi.ts";
import { visible } from "./html.ts";
import type { Html } from "./html.ts";

/** Every line marked to run in its language's direction, where its first letter would not do it. */
export function directed(markup: Html, language: Language): Html {
  const lines = markup.html
    .split("\n")
    .map((line) => lineMark(visible({ html: line }), language) + line);
  return { html: lines.join("\n") };
}
