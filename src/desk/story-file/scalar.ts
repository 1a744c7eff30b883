import { readPlainYaml } from "../../content/reading/plain-yaml.ts";

/** As long as the lines of the hand-written files. */
const longestLine = 100;

/**
 * A text on one line: as it is where YAML takes it for itself, else in double quotes, with the
 * escapes of JSON, which are YAML's.
 */
export function inlineText(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text);
}

function isPlain(text: string): boolean {
  const data = readPlainYaml(`text: ${text}\n`)?.data;
  return data instanceof Object && "text" in data && data.text === text;
}

/** A field with a text: on one line, or as a block of folded lines where that would be too long. */
export function textField(key: string, text: string, indent: string): readonly string[] {
  const line = `${indent}${key}: ${inlineText(text)}`;
  if ((line.length <= longestLine && !text.includes("\n")) || !folds(text)) return [line];
  return [`${indent}${key}: >-`, ...foldedLines(text, `${indent}  `)];
}

/** Whether folding its lines and reading them again gives the very same text. */
function folds(text: string): boolean {
  return /^[^\s\p{Cc}]+(?:[ \n][^\s\p{Cc}]+|\n+[^\s\p{Cc}]+)*$/u.test(text) && text.isWellFormed();
}

/** A line end of the text is an empty line here; a line end here is a space of the text. */
function foldedLines(text: string, indent: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((paragraph, index) => [
      ...(index === 0 ? [] : [""]),
      ...(paragraph === "" ? [] : wrapped(paragraph, longestLine - indent.length)),
    ])
    .map((line) => (line === "" ? "" : indent + line));
}

function wrapped(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
