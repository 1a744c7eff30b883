import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Work } from "./apart.ts";
import { ArticleError } from "./article.ts";
import { readArticle } from "./read.ts";

function answerTo({ given, hints }: Work): Answer {
  try {
    return { type: "article", article: readArticle(given, hints) };
  } catch (error) {
    if (error instanceof ArticleError) return { type: "refused", text: error.message };
    throw error;
  }
}

const work: Work = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(answerTo(work));
