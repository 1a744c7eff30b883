import { expect, it } from "vitest";
import { fileUrl } from "../postgres/fresh.ts";
import { keepUntil, released } from "../store/former.ts";
import { fast, finish, tally } from "./kills.ts";
import { setStage } from "./stage.ts";

const chats = 60;

it.each([1, 4, released.length])(
  "a bot that starts on a store of version %i sends what is due",
  { timeout: 60_000 },
  async (version) => {
    const databaseUrl = fileUrl();
    await keepUntil(databaseUrl, version);
    await using stage = await setStage({ chats, env: fast, databaseUrl });
    await finish(stage, () => stage.sentInAll(chats));
    expect(await tally(stage, chats)).toEqual({ lost: 0, doubled: 0 });
  },
);
