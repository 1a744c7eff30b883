import { randomInt } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { commandNames } from "../commands/names.ts";
import { readCheckConfig } from "../config.ts";
import { loadContent } from "../content/load.ts";
import { ArticleError, mostBytes, type Article } from "../desk/article/article.ts";
import { readArticleApart } from "../desk/article/apart.ts";
import { draftOf } from "../desk/draft/draft.ts";
import { fetchArticle } from "../desk/fetch/fetch-article.ts";
import { FetchError } from "../desk/fetch/fetch-error.ts";
import { freshId } from "../desk/story-file/fresh-id.ts";
import type { Edition } from "../domain/edition.ts";
import { extractFigures } from "../extraction/extract.ts";
import { UserError, type Invocation, type Verb } from "./verb.ts";

const usage =
  "draft: expected (FILE | - | --url ADDRESS) --topic TOPIC [--lang ar|en] [--out FILE]";

/**
 * `mujaz draft FILE|- --topic TOPIC`: a text or HTML article as a commented story file with the
 * figures that were read from it, on standard output or, with `--out`, in a new file. Only `--url`
 * makes it ask the network.
 */
export const draft: Verb = async ({ args, env, input, print, warn, stop }) => {
  const { from, topic, lang, out } = readArgs(args);
  const { contentDir } = readCheckConfig(env);
  const edition = await editionOf(contentDir, topic, warn);
  const article = await articleFrom(from, lang, { input, stop });
  const text = draftOf(article, extractFigures(article.text, lang), {
    topic,
    id: freshId(new Set(edition?.stories.keys()), randomInt),
    sources: [...(edition?.sources.values() ?? [])],
    ...(from.type === "url" && { url: from.address }),
  });
  if (out === undefined) print(text.trimEnd());
  else await writeNew(out, text);
  return 0;
};

type From =
  | { readonly type: "url"; readonly address: string }
  | { readonly type: "file"; readonly name: string }
  | { readonly type: "input" };

interface Args {
  readonly from: From;
  readonly topic: string;
  readonly lang?: "ar" | "en";
  readonly out?: string;
}

function readArgs(args: readonly string[]): Args {
  const { values, positionals } = parsed(args);
  const { topic, url, lang, out } = values;
  const [file, ...more] = positionals;
  const from = fromOf(file, url);
  if (topic === undefined || from === undefined || more.length > 0) throw new UserError(usage);
  if (lang !== undefined && lang !== "ar" && lang !== "en") throw new UserError(usage);
  return { from, topic, ...(lang !== undefined && { lang }), ...(out !== undefined && { out }) };
}

function fromOf(file: string | undefined, address: string | undefined): From | undefined {
  if (address !== undefined) return file === undefined ? { type: "url", address } : undefined;
  if (file === undefined) return undefined;
  return file === "-" ? { type: "input" } : { type: "file", name: file };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    const options = { topic: text, url: text, lang: text, out: text };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new UserError(usage);
  }
}

/** Undefined where the content has problems: a draft can be made without it. */
async function editionOf(
  contentDir: string,
  topic: string,
  warn: (line: string) => void,
): Promise<Edition | undefined> {
  const result = await loadContent(contentDir, { reserved: new Set(commandNames) });
  if (result.type === "problems") {
    warn(`${contentDir} has problems (content:check names them): its sources are not compared`);
    return undefined;
  }
  const topics = [...result.edition.topics.keys()];
  if (topics.includes(topic)) return result.edition;
  throw new UserError(`${topic}: expected one of the topics ${topics.join(", ")}`);
}

async function articleFrom(
  from: From,
  language: Args["lang"],
  { input, stop }: Pick<Invocation, "input" | "stop">,
): Promise<Article> {
  const hints = language === undefined ? {} : { language };
  try {
    if (from.type !== "url") {
      const bytes = from.type === "input" ? await allOf(input) : await fileBytes(from.name);
      return await readArticleApart(bytes, hints);
    }
    const { bytes, contentType } = await fetchArticle(from.address, { signal: stop });
    return await readArticleApart(bytes, { ...hints, contentType });
  } catch (error) {
    const isOurs = error instanceof ArticleError || error instanceof FetchError;
    if (!isOurs) throw error;
    const name =
      from.type === "url" ? from.address : from.type === "file" ? from.name : "the input";
    throw new UserError(`${name}: ${error.message}`, { cause: error });
  }
}

async function fileBytes(name: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(name);
    if (size > mostBytes) throw new ArticleError(`${size} bytes: expected at most ${mostBytes}`);
    return await readFile(name);
  } catch (error) {
    throw error instanceof ArticleError ? error : toldBySystem(name, error);
  }
}

async function allOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) throw new ArticleError(`expected at most ${mostBytes} bytes`);
  }
  return Buffer.concat(chunks);
}

/** Never over another file. */
async function writeNew(name: string, text: string): Promise<void> {
  try {
    await writeFile(name, text, { flag: "wx" });
  } catch (error) {
    throw toldBySystem(name, error);
  }
}

function toldBySystem(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  return new UserError(
    error.code === "EEXIST"
      ? `${name} is there already: a draft never takes the place of a file`
      : `${name}: ${error.message}`,
  );
}
