import { deflateSync } from "node:zlib";

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A PNG of this size as far as its header tells; with a word in it, another file. */
export function png(width: number, height: number, word = ""): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...(word === "" ? [] : [chunk("tEXt", Buffer.from(word))]),
    chunk("IDAT", deflateSync(Buffer.alloc(3))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
