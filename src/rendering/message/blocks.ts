import type { Printing } from "../../domain/printing.ts";
import { html, join } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { pack } from "./pack.ts";
import type { Block, Group } from "./pack.ts";
import type { Message } from "./message.ts";
import { voicesOf } from "../text/voice.ts";
import type { Voice } from "../text/voice.ts";

const nextLine = "\n";
const emptyLine = "\n\n";

// The Arabic block ends here, and the English begins.
const rule = "\n\n──────────\n\n";

/** A block below an empty line. */
export function block(html: Html, { language }: Voice): Block {
  return { html, language, gap: emptyLine };
}

/** A block on the next line. */
export function lineBlock(html: Html, { language }: Voice): Block {
  return { html, language, gap: nextLine };
}

/**
 * A heading and its list: the heading stays with the first item, each item is a block, set apart
 * from the one before as `item` says.
 */
export function listBlocks(
  heading: Html,
  items: readonly Html[],
  voice: Voice,
  item: typeof block = lineBlock,
): readonly Block[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  return [
    block(join([html`<b>${heading}</b>`, first], "\n"), voice),
    ...others.map((other) => item(other, voice)),
  ];
}

/** The same blocks in each language that the chat reads, one whole language after the other. */
export function renderInVoices(
  printing: Printing,
  blocks: (voice: Voice) => readonly Block[],
): readonly Message[] {
  return pack(blocksInVoices(printing, blocks), printing);
}

/** The same blocks in each language that the chat reads, the second below a rule. */
export function blocksInVoices(
  printing: Printing,
  blocks: (voice: Voice) => readonly Block[],
): readonly Group[] {
  const groups = voicesOf(printing).map(blocks);
  return groups.map((group, index) => (index === 0 ? group : ruledOff(group)));
}

/**
 * The same groups in each language that the chat reads. Where each language fits in a message by
 * itself none is parted; else each group goes where there is room for the whole of it.
 */
export function renderGroupsInVoices(
  printing: Printing,
  groups: (voice: Voice) => readonly Group[],
): readonly Message[] {
  const voices = voicesOf(printing).map(groups);
  const parted = voices.map(([first = [], ...others], index) =>
    index === 0 ? [first, ...others] : [ruledOff(first), ...others],
  );
  const whole = parted.map((groups) => groups.flat());
  const fit = whole.every((group) => pack([group], printing).length <= 1);
  return pack(fit ? whole : parted.flat(), printing);
}

function ruledOff(group: readonly Block[]): readonly Block[] {
  return group.map((block, index) => (index === 0 ? { ...block, gap: rule } : block));
}
