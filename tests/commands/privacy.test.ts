import { expect, it } from "vitest";
import { aRequest, plainWordsOf, type } from "./requests.ts";

it.each([
  [8, "for 8 days, so that they can be corrected", "مدة 8 أيام، كي يمكن تصحيحها"],
  [30, "for 30 days, so that they can be corrected", "مدة 30 يوماً، كي يمكن تصحيحها"],
  [100, "for 100 days, so that they can be corrected", "مدة 100 يوم، كي يمكن تصحيحها"],
])("/privacy says for how long it is known what was sent: %i days", async (days, en, ar) => {
  const words = plainWordsOf(await type(await aRequest({ ledgerDays: days }), "/privacy"));
  expect(words).toContain(en);
  expect(words).toContain(ar);
});
