import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import { asOneRun, html, join, type Html } from "../text/html.ts";
import { listed } from "../stories/listed.ts";
import { formatCount } from "../text/numbers.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** What a search found. */
export interface Results {
  /** As it was typed. */
  readonly query: string;
  /** Those of the page. */
  readonly stories: readonly Story[];
  /** How many there are on all pages. */
  readonly count: number;
  /** Words of the stories that answer the query, as `formsOf` writes them. */
  readonly terms: ReadonlySet<string>;
  /** How well the words were found; see `Found` of the search. */
  readonly by: "whole" | "alike" | "some";
}

/** Characters of a query that are said back. */
const longestQuery = 60;

/** A query as it is said back: one run, shortened. */
export function sayQuery(query: string): Html {
  const characters = [...new Intl.Segmenter("ar").segment(query.slice(0, 10 * longestQuery))];
  const isShort = characters.length <= longestQuery && query.length <= 10 * longestQuery;
  const shown = characters.slice(0, longestQuery).map(({ segment }) => segment);
  return asOneRun(isShort ? query : `${shown.join("").slice(0, 4 * longestQuery)}…`);
}

/**
 * Stories that were found, in the order given: headline, a link that opens it; place, days and id;
 * a part of the excerpt. The words that were found are in bold.
 */
export function renderResults(
  results: Results,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  const listing = { of: "search", terms: results.terms } as const;
  return renderInVoices(printing, (voice) =>
    listed(heading(results, voice), { stories: results.stories, listing }, reference, voice),
  );
}

function heading({ query, count, by }: Results, voice: Voice): Html {
  const { language } = voice;
  const title = say(language, "search:results.title", { query: sayQuery(query) });
  const n = formatCount(count, voice);
  const found = html`${title} ${say(language, "search:results.count", { count, n })}`;
  return by === "whole" ? found : join([found, say(language, `search:results.${by}`)], "\n");
}
