import type {
  Canvas,
  CanvasKit,
  Paint,
  Paragraph,
  Path,
  TypefaceFontProvider,
} from "canvaskit-wasm";
import skia from "canvaskit-wasm/full";
import { families, readFonts } from "./fonts.ts";
import type { Colours } from "./themes.ts";
import type { Layout, Measure, Run, Shape, Words } from "./words.ts";
import { extentOf } from "./extent.ts";

/**
 * Skia with its paragraphs, which shape letters, order directions and break lines. What it makes
 * lies in memory that nothing collects: each object is deleted where it was made.
 */
export interface Kit {
  readonly measure: Measure;
  readonly paint: (layout: Layout, colours: Colours) => Uint8Array;
  /** Bytes that Skia's memory has grown to. */
  readonly memory: () => number;
}

export async function openKit(): Promise<Kit> {
  const kit = await skia.default();
  const fonts = kit.TypefaceFontProvider.Make();
  for (const { family, bytes } of readFonts()) fonts.registerFont(bytes, family);
  return {
    measure: (words, width) =>
      withParagraph({ kit, fonts, words, width }, (paragraph) => extentOf(kit, paragraph)),
    paint: (layout, colours) => paint({ kit, fonts }, layout, colours),
    memory: () => heapOf(kit),
  };
}

function heapOf(kit: object): number {
  const heap: unknown = "HEAPU8" in kit ? kit.HEAPU8 : undefined;
  return heap instanceof Uint8Array ? heap.buffer.byteLength : 0;
}

interface Tools {
  readonly kit: CanvasKit;
  readonly fonts: TypefaceFontProvider;
}

interface Wanted extends Tools {
  readonly words: Words;
  readonly width: number;
  /** Of all tones; black where only the size is asked for. */
  readonly colours?: Colours;
}

function withParagraph<T>(wanted: Wanted, use: (paragraph: Paragraph) => T): T {
  const paragraph = paragraphOf(wanted);
  try {
    paragraph.layout(wanted.width);
    return use(paragraph);
  } finally {
    paragraph.delete();
  }
}

/** Arabic needs room for its marks above and below. */
const lineHeight = 1.45;

function paragraphOf({ kit, fonts, words, colours }: Wanted): Paragraph {
  const isRtl = words.direction === "rtl";
  const styleOf = ({ size, weight, tone }: Run) =>
    new kit.TextStyle({
      color: kit.parseColorString(colours?.[tone] ?? "#000000"),
      fontFamilies: [...families],
      fontSize: size,
      fontStyle: { weight: { value: weight } },
      heightMultiplier: lineHeight,
      halfLeading: true,
    });
  const [first] = words.runs;
  const style = new kit.ParagraphStyle({
    ...(first !== undefined && { textStyle: styleOf(first) }),
    textAlign: isRtl ? kit.TextAlign.Right : kit.TextAlign.Left,
    textDirection: isRtl ? kit.TextDirection.RTL : kit.TextDirection.LTR,
  });
  const builder = kit.ParagraphBuilder.MakeFromFontProvider(style, fonts);
  try {
    for (const run of words.runs) {
      builder.pushStyle(styleOf(run));
      builder.addText(run.text);
      builder.pop();
    }
    return builder.build();
  } finally {
    builder.delete();
  }
}

function paint(tools: Tools, layout: Layout, colours: Colours): Uint8Array {
  const { kit } = tools;
  const surface = kit.MakeSurface(layout.width, layout.height);
  if (surface === null) throw new Error(`no surface of ${layout.width} × ${layout.height}`);
  try {
    paintOn(surface.getCanvas(), tools, layout, colours);
    surface.flush();
    const image = surface.makeImageSnapshot();
    try {
      const bytes = image.encodeToBytes();
      if (bytes === null) throw new Error("the picture cannot be encoded");
      return bytes;
    } finally {
      image.delete();
    }
  } finally {
    surface.dispose();
  }
}

function paintOn(canvas: Canvas, tools: Tools, layout: Layout, colours: Colours): void {
  const { kit } = tools;
  canvas.clear(kit.parseColorString(colours.page));
  const brush = new kit.Paint();
  try {
    for (const { x, y, width, height, tone } of layout.bars) {
      brush.setColor(kit.parseColorString(colours[tone]));
      canvas.drawRect(kit.XYWHRect(x, y, width, height), brush);
    }
  } finally {
    brush.delete();
  }
  for (const shape of layout.shapes) paintShape(canvas, kit, shape, colours);
  for (const { x, y, over, width, words } of layout.boxes) {
    withParagraph({ ...tools, words, width, colours }, (paragraph) =>
      canvas.drawParagraph(paragraph, x, y + over),
    );
  }
}

/** Dots of a dotted line, and the gaps between them, in pixels. */
const dots = [4, 8];

function paintShape(canvas: Canvas, kit: CanvasKit, shape: Shape, colours: Colours): void {
  const { points, isClosed, fill, stroke } = shape;
  const builder = new kit.PathBuilder();
  builder.addPolygon(
    points.flatMap(({ x, y }) => [x, y]),
    isClosed,
  );
  const path = builder.detachAndDelete();
  const brush = new kit.Paint();
  brush.setAntiAlias(true);
  try {
    if (fill !== undefined) {
      brush.setStyle(kit.PaintStyle.Fill);
      brush.setColor(kit.parseColorString(colours[fill]));
      canvas.drawPath(path, brush);
    }
    if (stroke !== undefined) paintLine(canvas, kit, { path, brush, stroke }, colours);
  } finally {
    brush.delete();
    path.delete();
  }
}

interface Line {
  readonly path: Path;
  readonly brush: Paint;
  readonly stroke: NonNullable<Shape["stroke"]>;
}

function paintLine(
  canvas: Canvas,
  kit: CanvasKit,
  { path, brush, stroke }: Line,
  colours: Colours,
): void {
  const dotted = stroke.isDotted ? kit.PathEffect.MakeDash([...dots]) : null;
  brush.setStyle(kit.PaintStyle.Stroke);
  brush.setStrokeWidth(stroke.width);
  brush.setStrokeJoin(kit.StrokeJoin.Round);
  brush.setColor(kit.parseColorString(colours[stroke.tone]));
  brush.setPathEffect(dotted);
  canvas.drawPath(path, brush);
  dotted?.delete();
}
