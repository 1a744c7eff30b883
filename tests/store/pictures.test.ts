import { expect, it } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import { dropPicture, keepPicture, readPicture } from "../../src/store/pictures.ts";

const day = 86_400_000;
const start = Date.parse("2026-11-22T07:00:00Z");

it("a picture's file is known until a later one, or three months, or Telegram refuses it", async () => {
  await using stack = new AsyncDisposableStack();
  const db = await openFresh();
  stack.defer(() => db.destroy());
  const keep = (key: string, fileId: string, days: number) =>
    keepPicture(db, { key, fileId }, new Date(start + days * day));

  await keep("card", "one", 0);
  await keep("card", "two", 1);
  await keep("other", "three", 91);
  expect(await readPicture(db, "card")).toBe("two");
  await keep("third", "four", 92);
  expect(await readPicture(db, "card")).toBeUndefined();

  await dropPicture(db, { key: "other", fileId: "an older one" });
  expect(await readPicture(db, "other")).toBe("three");
  await dropPicture(db, { key: "other", fileId: "three" });
  expect(await readPicture(db, "other")).toBeUndefined();
});
