import { exportTopic } from "../../rendering/cite/export.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { wordingOf, type Command } from "../command.ts";
import { sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { askTopic, readTopic } from "./topic-argument.ts";
import { topicButtons } from "./topics.ts";

export const exportFigures: Command = {
  name: "export",
  access: "read",
  run: (request, argument) => Promise.resolve(answerExport(request, argument)),
};

/** Telegram takes files of 50 MB from a bot. */
const mostBytes = 50_000_000;

/** The figures of a topic as two files: for spreadsheets, and for programs. */
function answerExport(request: Request, argument: string): readonly Reply[] {
  const wording = wordingOf(request);
  const named = readTopic(request, argument);
  if (named.type === "unknown") return askTopic(request);
  const topic = request.edition.topics.get(named.id ?? "");
  if (topic === undefined) {
    const [first = "ghouta"] = request.edition.topics.keys();
    const args = { example: asOneRun(`/export ${first}`) };
    return sendAll([text(say(wording, "sharing:export.usage", args), topicButtons(request))]);
  }
  const made = exportTopic(topic, request.printing, request);
  if (made === undefined) {
    const args = { topic: topic.title[wording] };
    return sendAll([text(say(wording, "sharing:export.none", args))]);
  }
  const { csv, json, caption, title } = made;
  const largest = Math.max(csv.bytes.length, json.bytes.length);
  if (largest > mostBytes) {
    const n = String(Math.ceil(largest / 1_000_000));
    return sendAll([
      text(say(wording, "sharing:export.tooLarge", { topic: topic.title[wording], n })),
    ]);
  }
  return [
    { type: "document", file: csv, message: caption },
    { type: "document", file: json, message: title },
  ];
}
