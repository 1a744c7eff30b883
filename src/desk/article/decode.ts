/** How far into a page browsers look for its character encoding, and some more. */
const headBytes = 4096;

/**
 * The text of an article's bytes: in the encoding of its byte order mark, of the HTTP header or of
 * the page itself; else in UTF-8, and in windows-1256, the Arabic one of old pages, where hardly
 * anything of it is UTF-8. Damaged places become U+FFFD. Never throws.
 */
export function decode(bytes: Uint8Array, contentType = ""): string {
  const encoding = markOf(bytes) ?? charsetOf(contentType) ?? charsetIn(headOf(bytes));
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  return isMostlyRight(text) ? text : new TextDecoder("windows-1256").decode(bytes);
}

/** A cut or a bad byte leaves the rest of a UTF-8 text right; of another encoding nothing is. */
function isMostlyRight(text: string): boolean {
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const letters = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return damaged * 3 <= letters;
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** What stands in `<meta charset=…>`, or in a header and the `<meta http-equiv>` that repeats it. */
function charsetOf(text: string): string | undefined {
  const label = /charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})/i.exec(text)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** In a page that could be read as single bytes, so that it is no UTF-16. */
function charsetIn(head: string): string | undefined {
  const encoding = charsetOf(head);
  return encoding?.startsWith("utf-16") === true ? "utf-8" : encoding;
}

/** The tags at the beginning of a page that could name its encoding. */
function headOf(bytes: Uint8Array): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, headBytes));
  return (
    head
      .match(/<meta\s[^>]*>|<\?xml[^>]*\?>/gi)
      ?.join("")
      .replaceAll("encoding=", "charset=") ?? ""
  );
}
