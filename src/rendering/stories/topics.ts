import type { Edition, Topic } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import { block, listBlocks, renderInVoices } from "../message/blocks.ts";
import { asOneRun, html, isolate, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { listed } from "../figures/part-phrase.ts";
import { topicTitle } from "./telling.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

function entry(topic: Topic, voice: Voice): Html {
  const command = isolate(`/${topic.id}`);
  const about = told(topic.about, voice);
  return join([html`• <b>${topicTitle(topic, voice)}</b>: ${command}`, about], "\n");
}

/** Topics as a list in the order given: title, command, and what each is about. */
export function renderTopics(topics: readonly Topic[], printing: Printing): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const entries = topics.map((topic) => entry(topic, voice));
    return listBlocks(say(voice.language, "printing:topics.heading"), entries, voice, block);
  });
}

/**
 * Chosen topics within a sentence, by their titles in the order given: «كل المواضيع» for none
 * chosen, "Barrel bombs and Eastern Ghouta"; the id of a topic that the edition does not have.
 */
export function describeTopics(
  topics: readonly string[],
  edition: Pick<Edition, "topics">,
  voice: Voice,
): Html {
  if (topics.length === 0) return say(voice.language, "printing:topics.all");
  const titles = topics.map((id) => {
    const topic = edition.topics.get(id);
    return topic === undefined ? asOneRun(id) : topicTitle(topic, voice);
  });
  return listed(titles, voice);
}
