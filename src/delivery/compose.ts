import { withoutAlerted } from "../domain/alerted.ts";
import { composeDigest, type Digest, type News } from "../domain/digest.ts";
import type { Edition } from "../domain/edition.ts";
import { previousDueAt, type Schedule } from "../domain/time/schedule.ts";
import { localTime } from "../domain/time/time-zone.ts";
import type { Issue } from "../rendering/stories/digest.ts";
import type { Message } from "../rendering/message/message.ts";
import { alertedBy } from "../store/runs/alert-runs.ts";
import type { VariantMessages } from "../store/runs/messages.ts";
import { newsOf } from "../store/revisions/news.ts";
import type { Run } from "../store/runs/runs.ts";
import type { Database } from "../store/tables.ts";
import { readVariant, type Variant } from "../store/runs/variant.ts";
import type { Rendering } from "./rendering.ts";
import { stored } from "./stored.ts";

interface ComposerParts {
  readonly db: Database;
  readonly edition: Edition;
  readonly rendering: Rendering;
}

/** The messages of the variant of this key. */
export type Compose = (key: string) => Promise<VariantMessages>;

/** Composes the messages of a digest; what variants have in common is read once. */
export function digestComposer(parts: ComposerParts, run: Run, schedule: Schedule): Compose {
  const { db, edition, rendering } = parts;
  const known = new Map<string, Promise<readonly News[]>>();

  function newsFor({ newsFrom, alerts }: Variant): Promise<readonly News[]> {
    const key = `${newsFrom.getTime()} ${alerts.join(",")}`;
    const read = known.get(key) ?? readNews(newsFrom, alerts);
    known.set(key, read);
    return read;
  }

  async function readNews(from: Date, alerts: readonly number[]): Promise<readonly News[]> {
    const { until } = run.window;
    return withoutAlerted(await newsOf(db, { from, until }), await alertedBy(db, alerts, until));
  }

  return async (key) => {
    const variant = readVariant(key);
    const { topics, newsFrom } = variant;
    const digest = composeDigest(edition, { news: await newsFor(variant), topics });
    const issue = issueOf(run, schedule, variant);
    const messages = messagesOf(rendering, digest, issue, variant);
    return { variant: key, newsFrom, messages: messages.map(stored) };
  };
}

function messagesOf(
  rendering: Rendering,
  digest: Digest,
  issue: Issue,
  { printing, emptyLine, cards }: Variant,
): readonly Message[] {
  if (digest.total > 0) {
    const [first] = cards ? digest.groups.flatMap(({ stories }) => stories) : [];
    const told = rendering.digest(digest, issue, printing);
    return first === undefined ? told : [...told, rendering.card(first.story, printing)];
  }
  return emptyLine ? rendering.emptyDigest(issue.date, printing) : [];
}

function issueOf({ slot, window }: Run, schedule: Schedule, variant: Variant): Issue {
  const { zone } = schedule;
  const { newsFrom, audience } = variant;
  const isLonger = newsFrom < previousDueAt(schedule, slot);
  return {
    date: localTime(slot, zone),
    since: isLonger ? localTime(newsFrom, zone) : undefined,
    window: { from: newsFrom, until: window.until },
    to: audience,
  };
}

/** Composes the messages of an alert; none of a story that is withdrawn meanwhile. */
export function alertComposer({ edition, rendering }: ComposerParts, run: Run): Compose {
  return async (key) => {
    const story = edition.stories.get(run.story ?? "");
    const isTold = story !== undefined && story.withdrawn === undefined;
    const messages = !isTold ? [] : rendering.alert(story, readVariant(key).printing);
    const newsFrom = run.window.from;
    return { variant: key, newsFrom, messages: messages.map(stored) };
  };
}
