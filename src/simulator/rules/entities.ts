import type { Entity } from "../control.ts";
import type { TdEntity, TdEntityType } from "./tdlib.ts";

type TimeFormat = (TdEntityType & { readonly _: "textEntityTypeDateTime" })["formatting_type"];

/** Types without a field of their own: TDLib's name → the Bot API's. */
const plain: ReadonlyMap<string, string> = new Map([
  ["textEntityTypeMention", "mention"],
  ["textEntityTypeHashtag", "hashtag"],
  ["textEntityTypeCashtag", "cashtag"],
  ["textEntityTypeBotCommand", "bot_command"],
  ["textEntityTypeUrl", "url"],
  ["textEntityTypeEmailAddress", "email"],
  ["textEntityTypePhoneNumber", "phone_number"],
  ["textEntityTypeBold", "bold"],
  ["textEntityTypeItalic", "italic"],
  ["textEntityTypeUnderline", "underline"],
  ["textEntityTypeStrikethrough", "strikethrough"],
  ["textEntityTypeSpoiler", "spoiler"],
  ["textEntityTypeCode", "code"],
  ["textEntityTypePre", "pre"],
  ["textEntityTypeBlockQuote", "blockquote"],
  ["textEntityTypeExpandableBlockQuote", "expandable_blockquote"],
]);

function letter(precision: string, short: string): string {
  if (precision.endsWith("Short")) return short;
  return precision.endsWith("Long") ? short.toUpperCase() : "";
}

/** The format letters of a `<tg-time>`: r, or w with d or D and t or T. */
function timeFormat(type: TimeFormat): string | undefined {
  if (type === undefined) return undefined;
  if (type._ === "dateTimeFormattingTypeRelative") return "r";
  return (
    (type.show_day_of_week ? "w" : "") +
    letter(type.date_precision._, "d") +
    letter(type.time_precision._, "t")
  );
}

type Extra = Omit<Entity, "type" | "offset" | "length">;

/** The entities with a field of their own. */
function withFields(type: TdEntityType): (Extra & { readonly type: string }) | undefined {
  if (type._ === "textEntityTypePreCode") return { type: "pre", language: type.language };
  if (type._ === "textEntityTypeTextUrl") return { type: "text_link", url: type.url };
  if (type._ === "textEntityTypeMentionName") {
    return { type: "text_mention", user: { id: type.user_id } };
  }
  if (type._ === "textEntityTypeCustomEmoji") {
    return { type: "custom_emoji", custom_emoji_id: type.custom_emoji_id };
  }
  if (type._ !== "textEntityTypeDateTime") return undefined;
  const format = timeFormat(type.formatting_type);
  return {
    type: "date_time",
    unix_time: type.unix_time,
    ...(format !== undefined && { date_time_format: format }),
  };
}

/** A Bot API entity, or undefined for the types that the Bot API does not show. */
export function toEntity({ offset, length, type }: TdEntity): Entity | undefined {
  const simple = plain.get(type._);
  if (simple !== undefined) return { type: simple, offset, length };
  const other = withFields(type);
  return other === undefined ? undefined : { offset, length, ...other };
}

/** Types that Telegram finds in a text by itself; given by a caller they count for nothing. */
export const automatic: ReadonlySet<string> = new Set([
  "mention",
  "hashtag",
  "cashtag",
  "bot_command",
  "url",
  "email",
  "phone_number",
]);

/** Types that a caller may give. */
export const known: ReadonlySet<string> = new Set([
  ...plain.values(),
  "text_link",
  "text_mention",
  "custom_emoji",
  "date_time",
]);
