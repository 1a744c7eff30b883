import type { Topic } from "../domain/edition.ts";
import type { Printing } from "../domain/printing.ts";
import { block, listBlocks, renderInVoices } from "./blocks.ts";
import { html, isolate, join } from "./html.ts";
import type { Html } from "./html.ts";
import type { Message } from "./message.ts";
import { topicTitle } from "./story.ts";
import { told } from "./told.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

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
