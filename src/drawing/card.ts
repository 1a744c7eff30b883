import type { CardFigure, CardPicture, CardSection } from "../rendering/message/picture.ts";
import { drawable, type Bar, type Box, type Layout, type Measure, type Run } from "./words.ts";

/** Of a phone's screen, at its full width. */
const width = 1080;
const margin = 72;
const column = width - 2 * margin;

/** A square at least, and a phone's screen at most, as long as its type can be read there. */
const leastHeight = 1080;
const screenHeight = 1920;
const readable = [1, 0.9, 0.8, 0.7] as const;

/** Telegram takes pictures whose width and height are 10,000 together. */
const mostHeight = 8900;
const scales = [0.7, 0.6, 0.5, 0.4, 0.3] as const;

/** What stands below each other, with the space above it. */
type Item =
  | {
      readonly type: "words";
      readonly above: number;
      readonly box: Pick<Box, "width" | "words">;
    }
  | { readonly type: "rule"; readonly above: number };

/**
 * A card in the largest type with which it fits the screen; where it is longer, it is as tall as it
 * needs to be.
 * @throws where there is more than Telegram takes, in the smallest type
 */
export function layOutCard(picture: CardPicture, measure: Measure): Layout {
  const set = (scale: number) => stack(itemsOf(picture, scale), measure, scale);
  for (const scale of readable) {
    const layout = set(scale);
    if (layout.height <= screenHeight) return layout;
  }
  for (const scale of scales) {
    const layout = set(scale);
    if (layout.height <= mostHeight) return layout;
  }
  throw new Error("the card is too long to be a picture");
}

function itemsOf({ sections, botUsername }: CardPicture, scale: number): readonly Item[] {
  const told = sections.flatMap((section, index): readonly Item[] => [
    ...(index === 0 ? [] : [{ type: "rule", above: 52 * scale } as const]),
    ...sectionItems(section, scale, index === 0 ? 0 : 52 * scale),
  ]);
  const last = sections.at(-1)?.language === "ar" ? "rtl" : "ltr";
  const bot = run(`\u2068@${botUsername}\u2069`, { size: 30, weight: 600, tone: "muted" }, scale);
  return [...told, words([bot], last, 44 * scale)];
}

function sectionItems(section: CardSection, scale: number, above: number): readonly Item[] {
  const direction = section.language === "ar" ? "rtl" : "ltr";
  const line = (text: string | undefined, look: Look, gap: number): readonly Item[] =>
    text === undefined || drawable(text) === ""
      ? []
      : [words([run(text, look, scale)], direction, gap * scale)];
  const where = [section.date, section.place].map(drawable).filter((text) => text !== "");
  return [
    ...line(section.topic, { size: 36, weight: 600, tone: "accent" }, above / scale),
    ...line(section.headline, { size: 60, weight: 700, tone: "ink" }, 10),
    ...line(
      where.map((text) => `\u2068${text}\u2069`).join(" · "),
      { size: 34, weight: 400, tone: "muted" },
      14,
    ),
    ...section.figures.flatMap((figure, index) => [
      ...line(figure.above, { size: 34, weight: 600, tone: "alert" }, index === 0 ? 40 : 34),
      words(phraseRuns(figure, scale), direction, (index === 0 && !figure.above ? 40 : 26) * scale),
      ...line(figure.source, { size: 32, weight: 400, tone: "muted" }, 0),
    ]),
    ...line(section.more, { size: 32, weight: 400, tone: "ink" }, 26),
    ...line(section.corrected, { size: 30, weight: 600, tone: "alert" }, 30),
    ...line(section.asOf, { size: 30, weight: 400, tone: "muted" }, section.corrected ? 0 : 30),
  ];
}

type Look = Omit<Run, "text">;

const plain: Look = { size: 46, weight: 600, tone: "ink" };
const number: Look = { size: 84, weight: 700, tone: "accent" };

function run(text: string, look: Look, scale: number): Run {
  return { ...look, text: drawable(text), size: look.size * scale };
}

/** A phrase with its numbers in large type; its spaces stay as they are between the runs. */
function phraseRuns({ phrase, numbers }: CardFigure, scale: number): readonly Run[] {
  const cuts = numbers.flatMap(([from, until]) => [from, until]);
  const pieces = [0, ...cuts].map((from, index) => phrase.slice(from, cuts[index]));
  return pieces.flatMap((text, index) =>
    text === "" ? [] : [spaced(text, index % 2 === 0 ? plain : number, scale)],
  );
}

function spaced(text: string, look: Look, scale: number): Run {
  const [before] = /^\s*/.exec(text) ?? [""];
  const [after] = /\s*$/.exec(text) ?? [""];
  const inner = drawable(text);
  const padded = inner === "" ? " " : (before && " ") + inner + (after && " ");
  return { ...look, text: padded, size: look.size * scale };
}

function words(runs: readonly Run[], direction: "rtl" | "ltr", above: number): Item {
  return { type: "words", above, box: { width: column, words: { runs, direction } } };
}

/** Everything below each other; what is left of the least height stands above the last line. */
function stack(items: readonly Item[], measure: Measure, scale: number): Layout {
  const top = margin + topBar;
  const boxes: Box[] = [];
  const bars: Bar[] = [{ x: 0, y: 0, width, height: topBar, tone: "accent" }];
  let y = top;
  for (const item of items) {
    y += item.above;
    if (item.type === "rule") {
      bars.push({ x: margin, y: Math.round(y), width: column, height: 2, tone: "rule" });
      y += 2;
    } else {
      const extent = measure(item.box.words, column);
      boxes.push({ ...item.box, ...extent, x: margin, y: Math.round(y) });
      y = Math.round(y) + extent.height;
    }
  }
  const height = Math.max(leastHeight, Math.ceil(y + margin * Math.min(1, scale)));
  const left = height - Math.ceil(y + margin * Math.min(1, scale));
  const placed = boxes.map((box, index) =>
    index === boxes.length - 1 ? { ...box, y: box.y + left } : box,
  );
  return { width, height, boxes: placed, bars, shapes: [] };
}

const topBar = 14;
