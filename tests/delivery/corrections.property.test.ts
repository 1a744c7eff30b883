import * as fc from "fast-check";
import { expect, it } from "vitest";
import { findWrong, findWrongElsewhere, notices, unanswered } from "./findings.ts";
import { calm, openScene, play } from "./scene.ts";
import { steps } from "./steps.ts";

it(
  "every message shows the newest figures in the end, and no chat is told twice of a correction",
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), steps, async (isRead, all) => {
        await using scene = await openScene(isRead);
        for (const one of all) await play(scene, one);
        await calm(scene);
        const wrong = await findWrong(scene);
        expect(wrong.known).toEqual([]);
        expect(await findWrongElsewhere(scene)).toEqual([]);
        const lost = scene.lost + unanswered(scene);
        expect(wrong.unknown.length).toBeLessThanOrEqual(lost * scene.drafts.length);
        for (const { runs, replies, loud } of await notices(scene)) {
          expect(new Set(runs).size).toBe(runs.length);
          expect(loud).toBe(0);
          expect(replies).toBeLessThanOrEqual(runs.length + lost);
        }
        const complaints = scene.room.log.lines.filter(({ level }) => level === "error");
        expect(complaints.filter(({ text }) => !text.includes("not delivered"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  },
);
