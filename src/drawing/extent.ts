import type { CanvasKit, GlyphRun, Paragraph } from "canvaskit-wasm";
import type { Extent } from "./words.ts";

/** Pixels from the top of a paragraph. */
interface Ink {
  readonly top: number;
  readonly bottom: number;
}

/** Edges are soft: a letter colours a part of the pixels around it. */
const softness = 2;

/** What a paragraph takes up, with the marks that stand out of its lines. */
export function extentOf(kit: CanvasKit, paragraph: Paragraph): Extent {
  const inks = paragraph.getShapedLines().flatMap(({ runs }) => runs.map((run) => inkOf(kit, run)));
  const lines = paragraph.getHeight();
  const over = Math.ceil(Math.max(0, ...inks.map(({ top }) => softness - top)));
  const bottom = Math.max(lines, ...inks.map((ink) => ink.bottom + softness));
  return { over, height: over + Math.ceil(bottom), line: Math.ceil(paragraph.getLongestLine()) };
}

function inkOf(kit: CanvasKit, { typeface, size, glyphs, positions }: GlyphRun): Ink {
  const font = new kit.Font(typeface, size);
  try {
    const bounds = font.getGlyphBounds(glyphs);
    const inks = Array.from(glyphs, (_, index) => {
      const y = positions[2 * index + 1] ?? 0;
      return { top: y + (bounds[4 * index + 1] ?? 0), bottom: y + (bounds[4 * index + 3] ?? 0) };
    });
    return {
      top: Math.min(softness, ...inks.map(({ top }) => top)),
      bottom: Math.max(0, ...inks.map(({ bottom }) => bottom)),
    };
  } finally {
    font.delete();
    typeface.delete();
  }
}
