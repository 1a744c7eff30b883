import { fresh, openWorld } from "./world.ts";

/** A process of its own that loads the content and ticks once on a store: URL, start and time. */
const [url = "", start = "", time = ""] = process.argv.slice(2);
await using world = await openWorld(start, { chunk: 2 }, url);
await world.publish(fresh("aaaa"), fresh("bbbb"));
await world.at(time);
