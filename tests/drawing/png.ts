import skia from "canvaskit-wasm/full";

const opening = skia.default();
const kit = await opening;

/** Pixels in rows from the top, four bytes each: red, green, blue, alpha. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

export function decodePng(bytes: Uint8Array): Pixels {
  const image = kit.MakeImageFromEncoded(bytes);
  if (image === null) throw new Error("no PNG");
  const [width, height] = [image.width(), image.height()];
  const { ColorType, AlphaType, ColorSpace } = kit;
  const pixels = image.readPixels(0, 0, {
    width,
    height,
    colorType: ColorType.RGBA_8888,
    alphaType: AlphaType.Unpremul,
    colorSpace: ColorSpace.SRGB,
  });
  image.delete();
  if (!(pixels instanceof Uint8Array)) throw new Error("no pixels");
  return { width, height, data: Buffer.from(pixels) };
}
