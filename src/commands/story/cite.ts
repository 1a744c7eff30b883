import { latestStories } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { renderCitation, type Cited } from "../../rendering/cite/citation.ts";
import { toldRevision } from "../../rendering/changes/told-revision.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { readHistoryPage } from "../../store/revisions/history.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

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

/**
 * The revision that the edition tells, with its own day: the editor's, where it changed what readers
 * are told of, else the one on which we saw it.
 */
async function revisionOf(request: Request, { id }: Story): Promise<Cited["revision"]> {
  const standing = request.edition.standings?.get(id);
  const { items } = await readHistoryPage(request.db, [id], { page: 0, size: 1 });
  const [newest] = items.map(({ revision }) => revision);
  if (newest === undefined) return undefined;
  const isTold = !["first", "minor"].includes(newest.weight);
  const { day } = toldRevision(newest, request.defaultZone);
  return {
    number: standing?.revision ?? newest.number,
    day: (isTold ? standing?.changed?.at : undefined) ?? day,
  };
}
