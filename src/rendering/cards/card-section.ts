import type { CardSection } from "../message/picture.ts";
import type { Block, StoryPart } from "../message/pack.ts";
import { lineBlock } from "../message/blocks.ts";
import { stepsOf } from "../changes/steps.ts";
import { topicTitle } from "../stories/telling.ts";
import { formatDate, formatDays } from "../text/dates.ts";
import { html, join, visible } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import type { CardState } from "./card-state.ts";
import { mainUnits, toldCount } from "./main-figures.ts";
import type { MainFigure, Unit } from "./main-figures.ts";

/** How much of a story a card tells. */
export interface Extent {
  /** Figures at most. */
  readonly figures: number;
  /** Of what changed, the newest steps at most. */
  readonly steps: number;
  /** Whether the topic and the place are named. */
  readonly named: boolean;
}

/** What a card says in one language, for the picture and for its caption. */
interface Said {
  readonly topic: Html;
  readonly headline: Html;
  readonly place: Html;
  readonly date: Html;
  readonly figures: readonly MainFigure[];
  readonly more: Html | undefined;
  readonly asOf: Html;
  readonly corrected: Html | undefined;
}

const nothing = html``;

function saidOf(state: CardState, { figures: most, named }: Extent, voice: Voice): Said {
  const { story, reference, corrected } = state;
  const { language } = voice;
  const topic = reference.edition.topics.get(story.topic);
  const names = {
    topic: named && topic !== undefined ? topicTitle(topic, voice) : nothing,
    place: named ? told(story.place, voice) : nothing,
    asOf: asOf(state, voice),
  };
  if (story.withdrawn !== undefined) {
    const date = formatDate(story.withdrawn.at, voice);
    const headline = say(language, "cards:withdrawn", { date });
    const more = told(story.withdrawn.note, voice);
    const unsaid = { date: nothing, place: nothing, corrected: undefined };
    return { ...names, headline, ...unsaid, figures: [], more };
  }
  const units = mainUnits(story, { story, sources: reference.edition.sources, voice });
  const figures = fitting(units, most).flatMap((unit) => unitFigures(unit, voice));
  const left = toldCount(story) - figures.reduce((sum, { tells }) => sum + tells, 0);
  return {
    ...names,
    headline: told(story.headline, voice),
    date: formatDays(story.date, voice),
    figures,
    more:
      left === 0
        ? undefined
        : say(language, figures.length === 0 ? "cards:all" : "cards:more", {
            count: left,
            n: formatCount(left, voice),
          }),
    corrected:
      corrected === undefined
        ? undefined
        : say(language, "cards:corrected", { date: formatDate(corrected, voice) }),
  };
}

/** The first units that are so many figures at most. */
function fitting(units: readonly Unit[], most: number): readonly Unit[] {
  let room = most;
  const end = units.findIndex(({ figures }) => (room -= figures.length) < 0);
  return end === -1 ? units : units.slice(0, end);
}

/** Above the first on which sources differ that is said. */
function unitFigures({ differ, figures }: Unit, { language }: Voice): readonly MainFigure[] {
  if (!differ) return figures;
  const above = say(language, "printing:figures.differ");
  return figures.map((figure, index) =>
    index > 0
      ? figure
      : {
          ...figure,
          drawn: { ...figure.drawn, above: visible(above) },
          line: join([above, figure.line], "\n"),
        },
  );
}

function asOf({ asOf: day, revision }: CardState, voice: Voice): Html {
  const date = formatDate(day, voice);
  return revision === 0
    ? say(voice.language, "cards:asOf.day", { date })
    : say(voice.language, "cards:asOf.revision", { date, n: formatCount(revision, voice) });
}

/** One language of the picture. */
export function drawnSection(state: CardState, extent: Extent, voice: Voice): CardSection {
  const { topic, headline, place, date, figures, more, asOf, corrected } = saidOf(
    state,
    extent,
    voice,
  );
  return {
    language: voice.language,
    topic: visible(topic),
    headline: visible(headline),
    place: visible(place),
    date: visible(date),
    figures: figures.map(({ drawn }) => drawn),
    ...(more !== undefined && { more: visible(more) }),
    asOf: visible(asOf),
    ...(corrected !== undefined && { corrected: visible(corrected) }),
  };
}

/** The same words in the caption, with what changed since the message told it before. */
export function captionBlocks(
  state: CardState,
  extent: Extent,
  form: StoryPart["form"],
  voice: Voice,
): readonly Block[] {
  const { story, revision, revisions } = state;
  const said = saidOf(state, extent, voice);
  const part = (role: StoryPart["role"], words: Html, figure?: string): Block => ({
    ...lineBlock(words, voice),
    of: { story: story.id, revision, form, role, ...(figure !== undefined && { figure }) },
  });
  const steps = stepsOf(revisions, form, voice).slice(0, extent.steps);
  const isGone = story.withdrawn !== undefined;
  return [
    part("top", top(state, said, voice)),
    // Why it was withdrawn goes before what was changed earlier.
    ...(isGone && said.more !== undefined ? [part("figure", said.more)] : []),
    ...steps.map((step) => part("changes", step)),
    ...said.figures.map(({ line, id }) => part("figure", line, id)),
    ...(isGone || said.more === undefined ? [] : [part("rest", said.more)]),
    part("rest", footer(said, voice)),
  ];
}

function top({ story }: CardState, said: Said, { language }: Voice): Html {
  const notice = story.graphic ? say(language, "printing:story.graphic") : nothing;
  const where = join([said.date, said.place], " · ");
  return join([notice, said.topic, html`<b>${said.headline}</b>`, where], "\n");
}

function footer({ asOf, corrected }: Said, { language }: Voice): Html {
  return corrected === undefined
    ? html`<i>${asOf}</i>`
    : html`<i>${say(language, "cards:footer", { asOf, corrected })}</i>`;
}
