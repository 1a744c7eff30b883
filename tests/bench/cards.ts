import { monitorEventLoopDelay } from "node:perf_hooks";
import { createDrawing } from "../../src/drawing/drawing.ts";
import type { CardPicture, CardSection } from "../../src/rendering/message/picture.ts";
import { ghouta } from "../drawing/cards.ts";

const mebibyte = 1024 * 1024;

const english = ghouta.sections;
const arabic: readonly CardSection[] = english.map((section) => ({
  ...section,
  language: "ar",
  topic: "الغوطة الشرقية",
  headline: "قتلى مدنيون بينهم أطفال في غارات على الغوطة الشرقية",
  place: "الغوطة الشرقية",
  date: "7 شباط/فبراير 2018",
  figures: [
    { phrase: "مقتل 38 مدنياً", numbers: [[5, 7]], source: "بحسب المرصد السوري لحقوق الإنسان" },
    { phrase: "إصابة 65 شخصاً", numbers: [[6, 8]], source: "بحسب المرصد السوري لحقوق الإنسان" },
  ],
  asOf: "حتى 8 شباط/فبراير 2018، النسخة 1",
}));

/** Kinds of cards, by the languages that they are in. */
const kinds: Readonly<Record<string, CardPicture>> = {
  Arabic: { ...ghouta, sections: arabic },
  English: ghouta,
  both: { ...ghouta, sections: [...arabic, ...english] },
};

export interface Drawn {
  readonly name: string;
  readonly perSecond: number;
}

export interface DrawnCards {
  readonly firstMs: number;
  readonly kinds: readonly Drawn[];
  /** Of the main thread. */
  readonly longestBlock: number;
  readonly before: number;
  readonly most: number;
}

/** So many cards of each kind, one after the other, none of which was drawn before. */
export async function measureCards(count: number): Promise<DrawnCards> {
  const drawing = createDrawing();
  const before = process.memoryUsage().rss / mebibyte;
  const started = performance.now();
  await drawing.draw(ghouta);
  const firstMs = performance.now() - started;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const drawn: Drawn[] = [];
  let most = before;
  for (const [name, picture] of Object.entries(kinds)) {
    const begun = performance.now();
    for (let one = 0; one < count; one += 1) {
      await drawing.draw({ ...picture, botUsername: `bot_${one}` });
      most = Math.max(most, process.memoryUsage().rss / mebibyte);
    }
    drawn.push({ name, perSecond: (count * 1000) / (performance.now() - begun) });
  }
  delay.disable();
  await drawing.close();
  return { firstMs, kinds: drawn, longestBlock: delay.max / 1e6, before, most };
}
