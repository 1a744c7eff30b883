import type { Entity } from "../control.ts";
import type { FormattedText } from "../world/model.ts";

/** Line separators and the embeddings and overrides of direction; isolates and marks stay. */
const removed = /[\r\u2028-\u202e]/;
/** Control characters and the tab become a space; the line feed stays. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const spaced = /[\u0000-\u0009\u000b\u000c\u000e-\u001f]/;
// oxlint-disable-next-line no-control-regex -- as above
const dirty = /[\u0000-\u0009\u000b-\u001f\u2028-\u202e]|^\s|\s$/;

interface Kept {
  readonly text: string;
  /** For each UTF-16 offset of the old text, the offset in the new one. */
  readonly offsets: Int32Array;
}

function keep(text: string): Kept {
  const offsets = new Int32Array(text.length + 1);
  let kept = "";
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = kept.length;
    const unit = text.charAt(index);
    if (!removed.test(unit)) kept += spaced.test(unit) ? " " : unit;
  }
  offsets[text.length] = kept.length;
  return { text: kept, offsets };
}

function moved(entity: Entity, start: number, end: number): Entity | undefined {
  return end > start ? { ...entity, offset: start, length: end - start } : undefined;
}

/**
 * What Telegram does to a text and its entities before it counts them: control characters become
 * spaces, carriage returns and direction embeddings vanish, white space at both ends is cut.
 */
export function clean(body: FormattedText): FormattedText {
  if (!dirty.test(body.text)) return body;
  const { text, offsets } = keep(body.text);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const place = (offset: number) =>
    Math.min(Math.max((offsets[offset] ?? text.length) - lead, 0), trimmed.length);
  const entities = body.entities
    .map((entity) => moved(entity, place(entity.offset), place(entity.offset + entity.length)))
    .filter((entity) => entity !== undefined);
  return { text: trimmed, entities };
}
