import type { Theme } from "../rendering/message/picture.ts";
import type { Tone } from "./words.ts";

export type Colours = Readonly<Record<Tone, `#${string}`>>;

/**
 * Every tone of words has a contrast of 4.5 or more to its page, every tone of lines one of 3
 * (WCAG 2.2, AA).
 */
export const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    page: "#fbfaf7",
    ink: "#1b1f24",
    muted: "#59606a",
    accent: "#0b666a",
    rule: "#d8d4ca",
    alert: "#a1331d",
    first: "#0b666a",
    second: "#b4501a",
    third: "#5b4a9e",
    fourth: "#8a6d00",
    fifth: "#a12f6e",
    sixth: "#3f6b2a",
  },
  dark: {
    page: "#14181d",
    ink: "#f2f0ea",
    muted: "#a9b1ba",
    accent: "#5fcac4",
    rule: "#343b44",
    alert: "#ff9f82",
    first: "#5fcac4",
    second: "#f0985c",
    third: "#b3a4f0",
    fourth: "#d9bb45",
    fifth: "#f08fc0",
    sixth: "#9ccb7f",
  },
};
