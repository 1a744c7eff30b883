import { measureCards } from "../cards.ts";
import { memory, row, table } from "../table.ts";

export async function benchCards(): Promise<void> {
  const { firstMs, kinds, longestBlock, before, most } = await measureCards(50);
  table(["cards drawn, in a thread of their own", ""]);
  for (const { name, perSecond } of kinds) row([`a second, ${name}`, perSecond.toFixed(1)]);
  row(["the first one, ms", firstMs.toFixed(0)]);
  row(["longest hold of the event loop, ms", longestBlock.toFixed(0)]);
  row(["resident memory before and at most, MB", memory(before, most)]);
}
