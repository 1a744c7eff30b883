import type { Theme } from "../rendering/message/picture.ts";
import type { Tone } from "./words.ts";

export type Colours = Readonly<Record<Tone, `#${string}`>>;

/** Every tone of words has a contrast of 4.5 or more to its page (WCAG 2.2, AA). */
export const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    page: "#fbfaf7",
    ink: "#1b1f24",
    muted: "#59606a",
    accent: "#0b666a",
    rule: "#d8d4ca",
    alert: "#a1331d",
  },
  dark: {
    page: "#14181d",
    ink: "#f2f0ea",
    muted: "#a9b1ba",
    accent: "#5fcac4",
    rule: "#343b44",
    alert: "#ff9f82",
  },
};
