import { latestStories } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import { renderCitation, type Cited } from "../rendering/cite/citation.ts";
import { toldRevision } from "../rendering/changes/told-revision.ts";
import { asOneRun } from "../rendering/text/html.ts";
import { say } from "../rendering/text/translate.ts";
import { readHistoryPage } from "../store/revisions/history.ts";
import { wordingOf, type Command } from "./command.ts";
import { sendAll, text } from "./replies.ts";
import type { Reply, Request } from "./request.ts";

export const cite: Command = {
  name: "cite",
  access: "read",
  run: (request, argument) => answerCite(request, argument.trim().toLowerCase()),
};

async function answerCite(request: Request, id: string): Promise<readonly Reply[]> {
  const wording = wordingOf(request);
  if (id === "") {
    const example = latestStories(request.edition)[0]?.id ?? "abcd0101";
    const args = { example: asOneRun(`/cite ${example}`) };
    return sendAll([text(say(wording, "sharing:cite.usage", args))]);
  }
  const story = request.edition.stories.get(id);
  if (story === undefined) {
    const words = say(wording, "interface:story.unknown", { id: asOneRun(id.slice(0, 32)) });
    return sendAll([text(words)]);
  }
  return sendAll([renderCitation(await citedOf(request, story), request.printing)]);
}

async function citedOf(request: Request, story: Story): Promise<Cited> {
  const { edition, botUsername } = request;
  const revision = await revisionOf(request, story);
  return {
    story,
    botUsername,
    ...(revision && { revision }),
    ...(edition.newsroom && { newsroom: edition.newsroom.name }),
  };
}

/** The revision that the edition tells, with the day of its last change or of its first telling. */
async function revisionOf(request: Request, { id }: Story): Promise<Cited["revision"]> {
  const standing = request.edition.standings?.get(id);
  if (standing?.changed !== undefined) {
    return { number: standing.revision, day: standing.changed.at };
  }
  const { items } = await readHistoryPage(request.db, [id], { page: 0, size: 1 });
  const [recorded] = items.map(({ revision }) => toldRevision(revision, request.defaultZone));
  return recorded && { number: standing?.revision ?? recorded.number, day: recorded.day };
}
