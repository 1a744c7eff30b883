import { badRequest } from "../api-error.ts";
import type { Entity } from "../control.ts";
import { known } from "./entities.ts";
import { boolean, integer, list, need, object, string, within, type Kind } from "./kinds.ts";
import { checkUrl } from "./links.ts";

const entityFields = object({
  type: need(string),
  offset: need(integer),
  length: need(integer),
  url: string,
  user: object({ id: need(integer), is_bot: boolean, first_name: string, username: string }),
  language: string,
  custom_emoji_id: string,
  unix_time: integer,
  date_time_format: string,
});

/** The field without which an entity of a type says nothing. */
const neededField: ReadonlyMap<string, keyof Entity> = new Map([
  ["text_link", "url"],
  ["text_mention", "user"],
  ["custom_emoji", "custom_emoji_id"],
  ["date_time", "unix_time"],
]);

const entity: Kind<Entity> = within("MessageEntity", {
  read(value, name, inner) {
    const read = entityFields.read(value, name, inner);
    if (!known.has(read.type)) throw badRequest("Unsupported type specified");
    const field = neededField.get(read.type);
    if (field !== undefined && read[field] === undefined) {
      throw badRequest(`can't find field "${field}"`);
    }
    return read;
  },
});

/** The `entities` that a caller gives instead of a parse mode. */
export const entities: Kind<readonly Entity[]> = list(entity);

/** Refuses entities that do not lie in the text, and links that lead nowhere. */
export function checkEntities(text: string, given: readonly Entity[]): void {
  for (const { type, offset, length, url } of given) {
    const end = offset + length;
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`);
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`);
    if (offset > text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (end > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (type === "text_link") checkUrl(url ?? "", "entity URL");
  }
}
