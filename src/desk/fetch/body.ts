import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { mostBytes } from "../article/article.ts";
import { FetchError } from "./fetch-error.ts";

/**
 * All bytes of an answer, unpacked.
 *
 * @throws FetchError where it is packed in an unknown way or more than once, or is more than
 *   `mostBytes` unpacked, of which no more is read then
 */
export async function bodyOf(body: Readable, encoding: string): Promise<Uint8Array> {
  const unpacked = unpack(body, encoding);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early destroys the stream, and what it reads from.
  for await (const chunk of unpacked) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) throw new FetchError(`more than ${mostBytes} bytes`);
  }
  return Buffer.concat(chunks);
}

function unpack(body: Readable, encoding: string): Readable {
  const unpacker = unpackerOf(encoding.trim().toLowerCase());
  if (unpacker === undefined) return body;
  // What goes wrong with either is thrown where the chunks are read.
  return pipeline(body, unpacker, () => undefined);
}

function unpackerOf(encoding: string) {
  switch (encoding) {
    case "":
    case "identity":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchError("an answer packed in a way that is not known here");
  }
}
