/**
 * The lines of a UTF-8 text as it comes, without their ends; the last may lack one. Of one that is
 * longer than `longest` units the rest is dropped, and it fails where it is read.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest = 65_536,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = (lines.pop() ?? "").slice(0, longest);
    for (const line of lines) yield withoutReturn(line);
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
