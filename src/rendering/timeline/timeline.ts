import type { Printing } from "../../domain/printing.ts";
import type { Mark, Panel, Series } from "../../domain/timeline.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import type { Block } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import type { Heading } from "../text/heading.ts";
import { html } from "../text/html.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { measureTitle } from "./measure.ts";
import { reportBlocks } from "./report.ts";

/** A report, and the panel that it stands in. */
export interface Entry {
  readonly panel: Panel;
  readonly series: Series;
  readonly mark: Mark;
}

/** By story, what is known of it, oldest first. */
export type Known = ReadonlyMap<string, readonly ToldRevision[]>;

/** All reports as they are told: panel by panel, source by source, the newest first. */
export function entriesOf(panels: readonly Panel[]): readonly Entry[] {
  return panels.flatMap((panel) =>
    panel.series.flatMap((series) =>
      series.marks.toReversed().map((mark) => ({ panel, series, mark })),
    ),
  );
}

/** Reports, and what is known of their stories. */
export interface Told {
  readonly entries: readonly Entry[];
  readonly known: Known;
}

/** Reports below the titles of their panels, each with its day, its source and what was changed. */
export function renderTimeline(
  heading: Heading,
  { entries, known }: Told,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  const panels = [...Map.groupBy(entries, ({ panel }) => panel).values()];
  return renderInVoices(printing, (voice) => [
    block(html`<b>${heading(voice.language)}</b>`, voice),
    ...panels.flatMap((own) => panelBlocks({ entries: own, known }, reference, voice)),
    block(say(voice.language, "printing:figures.asGiven"), voice),
  ]);
}

/** Reports of one panel below its title. */
function panelBlocks({ entries, known }: Told, reference: Reference, voice: Voice) {
  const { edition } = reference;
  const titles = entries.slice(0, 1).map(({ panel: { measure } }): Block => ({
    ...block(html`<b>${measureTitle(measure, voice)}</b>`, voice),
    title: true,
  }));
  const reports = entries.flatMap(({ mark, series }, index) => {
    const revision = edition.standings?.get(mark.story)?.revision ?? 0;
    const revisions = known.get(mark.story) ?? [];
    const report = { mark, revision, sources: edition.sources, revisions };
    const [line, ...below] = reportBlocks(report, reference, voice);
    if (line === undefined) return [];
    const isNextSource = index > 0 && entries[index - 1]?.series !== series;
    return [isNextSource ? { ...line, gap: block(line.html, voice).gap } : line, ...below];
  });
  return [...titles, ...reports];
}
