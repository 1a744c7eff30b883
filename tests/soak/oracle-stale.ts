import type { Evidence, Standing } from "./evidence.ts";
import type { SoakStory } from "./newsroom.ts";
import { injuredOf, killedOf } from "./newsroom.ts";
import type { Count } from "./count.ts";
import { whoseFigure } from "./reading.ts";

/** Messages that show, in the end, something else than the newsroom says. */
export function countStale(evidence: Evidence): Count {
  const { messages, lived } = evidence;
  const telling = messages.filter(({ reading }) => reading.stories.length > 0);
  // A place that was away was not reached; a first copy that is not known of cannot be corrected.
  const isOpen = (message: Standing) =>
    evidence.absencesOf(message.place).length > 0 ||
    lived.moved.has(message.place) ||
    evidence.isOrphan(message);
  const found = telling
    .filter((message) => !isOpen(message))
    .flatMap((message) =>
      message.reading.stories.flatMap((number) => {
        const story = evidence.lastOf(number)?.story;
        const wrong = story && wrongIn(message, story);
        return wrong === undefined
          ? []
          : [`${message.chat}/${message.messageId} (${message.reading.kind}): ${number} ${wrong}`];
      }),
    );
  return {
    name: "stale figures shown",
    of: telling.length,
    open: telling.filter(isOpen).length,
    found,
  };
}

/** What is wrong about a story in a message. */
function wrongIn({ reading }: Standing, story: SoakStory): string | undefined {
  const { number } = story;
  const ofIt = (numbers: readonly number[]) =>
    numbers.filter((figure) => whoseFigure(figure)?.story === number);
  const right = figuresOf(story);
  const listed = ofIt(reading.listed);
  const old = listed.filter((figure) => !right.includes(figure));
  if (old.length > 0) return `shows ${old.join()}, not ${right.join()}`;
  const missing = right.filter((figure) => !listed.includes(figure));
  if (reading.kind !== "notice" && missing.length > 0) return `does not show ${missing.join()}`;
  const named = ofIt(reading.named).filter((figure) => whoseFigure(figure)?.what === "killed");
  const isOld = named.length > 0 && !named.includes(killedOf(story)) && !story.withdrawn;
  return isOld ? `names ${named.join()}, not ${killedOf(story)}` : undefined;
}

function figuresOf(story: SoakStory): readonly number[] {
  if (story.withdrawn) return [];
  return story.injuredRetracted ? [killedOf(story)] : [killedOf(story), injuredOf(story)];
}
