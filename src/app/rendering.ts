import type { Rendering } from "../delivery/rendering.ts";
import type { Edition } from "../domain/edition.ts";
import { renderAlert } from "../rendering/stories/alert.ts";
import { renderCard } from "../rendering/cards/card.ts";
import { correctMade, renewMade } from "../rendering/changes/corrected.ts";
import { renderCorrectionNotice } from "../rendering/changes/correction-notice.ts";
import { renderDigest, renderEmptyDigest } from "../rendering/stories/digest.ts";

/** How messages that nobody asked for are made, with links that lead to the bot of this name. */
export function createRendering(edition: () => Edition, botUsername: string): Rendering {
  const reference = () => ({ edition: edition(), botUsername });
  return {
    digest: (digest, issue, printing) => renderDigest(digest, issue, printing, reference()),
    emptyDigest: renderEmptyDigest,
    card: (story, printing) => renderCard(story, printing, "light", reference()),
    alert: (story, printing) => renderAlert(story, printing, reference()),
    correct: (made, keyboard, told) => correctMade(made, keyboard, told, reference()),
    renew: (made, keyboard, stories) => renewMade(made, keyboard, stories, reference()),
    correctionNotice: (revisions, printing) =>
      renderCorrectionNotice(revisions, printing, reference()),
  };
}
