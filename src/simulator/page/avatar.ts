import { element } from "./dom.ts";

const hues = 7;

/** The colour of a person or chat, as a number of the palette; the same one everywhere. */
export function hueOf(id: number): string {
  return String(Math.abs(id) % hues);
}

/** A disc with the first letter of a name. */
export function avatar(id: number, name: string): HTMLElement {
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0] ?? "•";
  const disc = { class: "avatar", "data-hue": hueOf(id), "aria-hidden": "true" };
  return element("span", disc, letter.toUpperCase());
}
