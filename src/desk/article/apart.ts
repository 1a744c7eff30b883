import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { ArticleError, type Article, type ArticleHints } from "./article.ts";

/** Ordinary pages take a twentieth of it. */
const mostMs = 10_000;
const mostMegabytes = 512;

/** What the worker is given, and what it answers. */
export interface Work {
  readonly given: Uint8Array | string;
  readonly hints: ArticleHints;
}

export type Answer =
  | { readonly type: "article"; readonly article: Article }
  | { readonly type: "refused"; readonly text: string };

/**
 * `readArticle` in a thread of its own, so that a hostile page holds up nobody, and for `limit`
 * milliseconds at most.
 *
 * @throws ArticleError as `readArticle` does, and where it does not come to an end in time, memory or
 *   stack; whatever else goes wrong is a fault of ours, and thrown as it is
 */
export async function readArticleApart(
  given: Uint8Array | string,
  hints: ArticleHints = {},
  limit = mostMs,
): Promise<Article> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { given, hints } satisfies Work,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    // What goes wrong in it is told by its answer.
    stderr: true,
  });
  const answer = await answerOf(worker, limit);
  if (answer.type === "refused") throw new ArticleError(answer.text);
  return answer.article;
}

async function answerOf(worker: Worker, limit: number): Promise<Answer> {
  const late = AbortSignal.timeout(limit);
  try {
    const [answer]: Answer[] = await once(worker, "message", { signal: late });
    return answer ?? refused;
  } catch (error) {
    if (late.aborted || isTooMuch(error)) return refused;
    throw error;
  } finally {
    await worker.terminate();
  }
}

const refused: Answer = {
  type: "refused",
  text: "a page that cannot be read: paste the article's text instead",
};

/** Out of memory or stack: it is the page that is at fault. */
function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isOutOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isOutOfMemory || (error.name === "RangeError" && /call stack/.test(error.message));
}
