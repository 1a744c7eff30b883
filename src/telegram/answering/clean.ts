/**
 * Characters that nobody sees and that keep words from being recognised: zero-width ones, marks
 * and isolates of direction, embeddings and overrides. A joiner stays inside an emoji.
 */
const invisible =
  /[\u200B\u200C\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;

export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}
