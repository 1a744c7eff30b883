import { createReadStream } from "node:fs";
import { readArticleApart } from "../desk/article/apart.ts";
import { ArticleError, mostBytes, type Article } from "../desk/article/article.ts";
import { fetchArticle } from "../desk/fetch/fetch-article.ts";
import { FetchError } from "../desk/fetch/fetch-error.ts";
import type { Language } from "../domain/language.ts";
import { UserError, type Invocation } from "./verb.ts";

/** Where an article is to be had. */
export type From =
  | { readonly type: "url"; readonly address: string }
  | { readonly type: "file"; readonly name: string }
  | { readonly type: "input" };

/** @throws UserError in one line that names the place, where there is no article */
export async function articleFrom(
  from: From,
  language: Language | undefined,
  { input, stop }: Pick<Invocation, "input" | "stop">,
): Promise<Article> {
  const hints = language === undefined ? {} : { language };
  try {
    if (from.type !== "url") {
      const bytes = await allOf(from.type === "input" ? input : createReadStream(from.name));
      return await readArticleApart(bytes, hints);
    }
    const { bytes, contentType } = await fetchArticle(from.address, { signal: stop });
    return await readArticleApart(bytes, { ...hints, contentType });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    throw new UserError(`${nameOf(from)}: ${reason}`, { cause: error });
  }
}

function nameOf(from: From): string {
  if (from.type === "input") return "standard input";
  return from.type === "url" ? from.address : from.name;
}

/** A device or a pipe has no size: only what comes out of it tells. */
async function allOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) {
      throw new ArticleError(`too large: expected an article of at most ${mostBytes} bytes`);
    }
  }
  return Buffer.concat(chunks);
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "no such file: expected a text or HTML article"],
  ["ENOTDIR", "no such file: expected a text or HTML article"],
  ["EISDIR", "a folder: expected a text or HTML article"],
  ["EACCES", "may not be read: expected a file that you are permitted to read"],
]);

/** Undefined where it is no fault of the article's. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof ArticleError || error instanceof FetchError) return error.message;
  return error instanceof Error && "syscall" in error && "code" in error
    ? (reasons.get(error.code) ?? `cannot be read (${String(error.code)})`)
    : undefined;
}
