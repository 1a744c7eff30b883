import { measureCorrections } from "../corrections.ts";
import { row, table } from "../table.ts";

export async function benchCorrections(): Promise<void> {
  const found = await measureCorrections(100_000, 200);
  table([`a figure changed that ${found.messages.toLocaleString("en")} messages show`, ""]);
  row(["edits put into the outbox", found.queued]);
  row([`time for it, ${found.contents} contents made anew, s`, found.seconds.toFixed(2)]);
  row(["longest hold of the event loop, ms", found.longestBlock.toFixed(0)]);
}
