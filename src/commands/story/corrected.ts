import type { Story } from "../../domain/story.ts";
import { correctMade } from "../../rendering/changes/corrected.ts";
import type { Message } from "../../rendering/message/message.ts";
import { toldRevision } from "../../rendering/changes/told-revision.ts";
import { readChain } from "../../store/ledger/chain.ts";
import { readRevisions } from "../../store/revisions/bodies.ts";
import type { Request } from "../request.ts";

/**
 * Messages that take the place of the pressed one: what was corrected in that stays said, in their
 * language. One that is several now says it no more, as they are sent anew.
 */
export async function keepCorrections(
  request: Request,
  story: Story,
  messages: readonly Message[],
): Promise<readonly Message[]> {
  const [message, ...more] = messages;
  if (message?.made === undefined || more.length > 0) return messages;
  const told = await readTold(request, story);
  if (told.length < 2) return messages;
  return [correctMade(message.made, undefined, new Map([[story.id, told]]), request)];
}

/** What the pressed message has told of the story, and what it is to tell now. */
async function readTold({ db, chat, pressed, edition, defaultZone }: Request, { id }: Story) {
  const now = edition.standings?.get(id)?.revision;
  if (pressed === undefined || now === undefined) return [];
  const chain = await readChain(db, { chatId: chat.id, sentId: pressed.messageId }, id);
  if (chain.length === 0) return [];
  const revisions = await readRevisions(db, id);
  return revisions
    .filter(({ number }) => number === now || chain.includes(number))
    .map((revision) => toldRevision(revision, defaultZone));
}
