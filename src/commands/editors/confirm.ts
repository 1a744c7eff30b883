import { label, say } from "../../rendering/text/translate.ts";
import type { Press } from "../../rendering/message/press.ts";
import type { Key } from "../../rendering/text/translate.ts";
import { confirmCorrection, declineCorrection } from "../../store/ledger/corrections.ts";
import { confirmAlert, declineAlert } from "../../store/runs/alerts.ts";
import { wordingOf, type Command } from "../command.ts";
import { confirmPage } from "./confirm-page.ts";
import { isEditor } from "./editor.ts";
import { notice, outOfDate, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";

/** What waits for an editor's word; others are told that it is for editors. */
export const confirm: Command = {
  name: "confirm",
  access: "read",
  run: async (request) => {
    if (isEditor(request)) return sendAll([await confirmPage(request)]);
    return sendAll([text(say(wordingOf(request), "interface:confirm.editors"))]);
  },
};

/** An editor's word on one alert. It counts for the revision that the button names alone. */
export async function decideAlert(
  request: Request,
  { story, revision, confirm: confirmed }: Extract<Press, { type: "alert" }>,
): Promise<readonly Reply[]> {
  const decide = confirmed ? confirmAlert : declineAlert;
  const key = confirmed ? "interface:confirm.confirmed" : "interface:confirm.declined";
  return decided(request, () => decide(request.db, story, revision), key);
}

/** The same on one correction. */
export async function decideCorrection(
  request: Request,
  { story, revision, confirm: confirmed }: Extract<Press, { type: "correction" }>,
): Promise<readonly Reply[]> {
  const decide = confirmed ? confirmCorrection : declineCorrection;
  const key = confirmed
    ? "interface:confirm.correction.confirmed"
    : "interface:confirm.correction.declined";
  return decided(request, () => decide(request.db, story, revision), key);
}

async function decided(
  request: Request,
  decide: () => Promise<boolean>,
  key: Key,
): Promise<readonly Reply[]> {
  if (!isEditor(request)) return [outOfDate(request)];
  const wording = wordingOf(request);
  const said = (await decide())
    ? notice(label(wording, key))
    : notice(label(wording, "interface:confirm.late"), true);
  return [said, { type: "edit", message: await confirmPage(request) }];
}
