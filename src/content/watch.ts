import { realpathSync, statSync } from "node:fs";
import { basename, relative, sep } from "node:path";
import { watch, type FSWatcher } from "chokidar";
import { createAnnouncer, type Listener } from "./announce.ts";
import { isYaml } from "./folder.ts";
import type { Loader, LoadResult } from "./load.ts";
import { createSettling } from "./settle.ts";

interface WatchOptions extends Listener {
  /** A result that need not be told, because the listener has it already. */
  readonly known?: LoadResult;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

interface ContentWatch {
  /** Fulfilled when nothing is watched or read any more; never rejected. */
  readonly closed: Promise<void>;
}

/** How often the folder itself is looked for: its watch ends where another takes its place. */
const rootMs = 500;

/** How often all files are looked at, in case that the system's watching missed a change. */
const patrolMs = 15_000;

/**
 * Tells the listener about each new edition, and about problems that are still there when saving
 * has settled. Fulfilled when changes are seen; what the folder holds at that moment is told
 * unless it is `known`. Never throws and never rejects: failures are told.
 */
export async function watchContent(loader: Loader, options: WatchOptions): Promise<ContentWatch> {
  const { dir } = loader;
  const announce = createAnnouncer(options, options.known);
  const looks = new Set<Promise<void>>();
  const ready = Promise.withResolvers<void>();
  let watcher = open();
  let root = identityOf(dir);

  let last: LoadResult | undefined;

  async function look(take: (result: LoadResult) => void): Promise<void> {
    try {
      const result = await loader.load();
      if (!options.signal.aborted) take(result);
    } catch (error) {
      options.onFailure(error);
    }
  }

  function track(take: (result: LoadResult) => void): void {
    const looking = look(take).finally(() => looks.delete(looking));
    looks.add(looking);
  }

  const settling = createSettling((isSettled) =>
    track((result) => {
      last = result;
      if (result.type === "edition" || isSettled()) announce(result);
    }),
  );

  /** What it finds may be half-written: that is a change like those that are seen. */
  function patrol(): void {
    track((result) => {
      if (result !== last) settling.touch();
    });
  }

  function open(): FSWatcher {
    const root = realPath(dir);
    // Links are watched as such: one that leads outside must not have the machine watched.
    return watch(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => isHidden(relative(root, path)),
    })
      .on("all", (event, path) => {
        if (!event.endsWith("Dir") && !matters(basename(path))) return;
        loader.forget(relative(root, path).split(sep).join("/"));
        settling.touch();
      })
      .on("error", (error) => options.onFailure(error))
      .once("ready", () => ready.resolve());
  }

  const rootTimer = setInterval(() => {
    const now = identityOf(dir);
    if (now === root) return;
    root = now;
    void watcher.close();
    watcher = open();
    settling.touch();
  }, rootMs);
  const patrolTimer = setInterval(patrol, patrolMs);

  async function close(): Promise<void> {
    settling.stop();
    clearInterval(rootTimer);
    clearInterval(patrolTimer);
    await watcher.close();
    await Promise.all(looks);
  }

  const closed = aborted(options.signal).then(close);
  await Promise.race([ready.promise, closed]);
  settling.touch();
  return { closed };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Names with a dot belong to other programs, but a mounted volume is swapped as `..data`. */
function isHidden(path: string): boolean {
  return path.split(sep).some((part) => /^\.[^.]/.test(part));
}

function matters(name: string): boolean {
  return isYaml(name) || name.startsWith("..");
}

/** Which folder a path leads to just now. */
function identityOf(dir: string): string {
  try {
    const { dev, ino } = statSync(dir, { bigint: true });
    return `${dev}:${ino}:${realpathSync(dir)}`;
  } catch {
    return "";
  }
}

/** Where links lead; the path itself while there is nothing. */
function realPath(dir: string): string {
  try {
    return realpathSync(dir);
  } catch {
    return dir;
  }
}
