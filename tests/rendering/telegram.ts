import { getTdjson } from "prebuilt-tdlib";
import { configure, execute } from "tdl";

// Telegram's own library, which reads texts as the server does, offline.
configure({ tdjson: getTdjson(), verbosityLevel: 0 });

interface Entity {
  readonly offset: number;
  readonly length: number;
  readonly type: { readonly _: string; readonly url?: string };
}

/** A text as Telegram understands it, and the addresses of its links. */
export interface Parsed {
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly links: readonly string[];
}

/** A message's HTML as Telegram parses it. @throws Error with Telegram's own words where it does not. */
export function parseHtml(html: string): Parsed {
  const parsed = execute({
    _: "parseTextEntities",
    text: html,
    parse_mode: { _: "textParseModeHTML" },
  });
  if (parsed === null || parsed._ !== "formattedText") {
    throw new Error(`Telegram refuses it: ${JSON.stringify(parsed)}`);
  }
  const entities: readonly Entity[] = parsed.entities;
  return { text: parsed.text, entities, links: entities.flatMap(({ type }) => type.url ?? []) };
}

/** Whether Telegram keeps a text as it is when it is sent, and removes nothing from it. */
export function isKept(text: string): boolean {
  // The same cleaning, offline, is in the parser of Markdown; here nothing shall be Markdown.
  const plain = text.replace(/[*_~`|[\]()]/g, "-");
  const kept = execute({
    _: "parseMarkdown",
    text: { _: "formattedText", text: plain, entities: [] },
  });
  if (kept === null || kept._ !== "formattedText") throw new Error(JSON.stringify(kept));
  return kept.text === plain;
}

/** What Telegram itself finds in a text: commands, mentions, addresses. */
export function foundIn(text: string): readonly string[] {
  const found = execute({ _: "getTextEntities", text });
  if (found === null || found._ !== "textEntities") throw new Error(JSON.stringify(found));
  const entities: readonly Entity[] = found.entities;
  return entities.map(({ offset, length }) => text.slice(offset, offset + length));
}
