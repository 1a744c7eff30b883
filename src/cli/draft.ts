import { randomInt } from "node:crypto";
import { realpath } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { commandNames } from "../commands/names.ts";
import { readCheckConfig } from "../config.ts";
import { loadContent } from "../content/load.ts";
import { draftOf } from "../desk/draft/draft.ts";
import { freshId } from "../desk/story-file/fresh-id.ts";
import { writeNewFile } from "../desk/story-file/new-file.ts";
import type { Edition } from "../domain/edition.ts";
import { extractFigures } from "../extraction/extract.ts";
import { articleFrom, type From } from "./draft-article.ts";
import { UsageError, UserError, type Verb } from "./verb.ts";

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

interface Args {
  readonly from: From;
  readonly topic: string;
  readonly lang?: "ar" | "en";
  readonly out?: string;
}

function readArgs(args: readonly string[]): Args {
  const { values, positionals } = parsed(args);
  const { topic = "", lang, out } = values;
  const from = fromOf(positionals, values.url);
  if (topic === "") throw new UsageError(`--topic is missing: ${usage}`);
  if (lang !== undefined && lang !== "ar" && lang !== "en") {
    throw new UsageError(`--lang ${lang}: expected ar or en`);
  }
  if (out === "") throw new UsageError("--out: expected the name of a new file");
  return { from, topic, ...(lang !== undefined && { lang }), ...(out !== undefined && { out }) };
}

function fromOf(files: readonly string[], address: string | undefined): From {
  const [name = "", ...more] = files;
  const isOne = more.length === 0 && (name === "") !== (address === undefined);
  if (!isOne) throw new UsageError(usage);
  if (address !== undefined) return { type: "url", address };
  return name === "-" ? { type: "input" } : { type: "file", name };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    const options = { topic: text, url: text, lang: text, out: text };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [reason = ""] = error.message.split(". ", 1);
    throw new UsageError(`${reason}: ${usage}`, { cause: error });
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
    const missing = result.problems.find(({ file }) => file === ".");
    if (missing !== undefined) throw new UserError(`CONTENT_DIR ${contentDir}: ${missing.text}`);
    warn(`${contentDir} has problems (content:check names them): its sources are not compared`);
    return undefined;
  }
  const topics = [...result.edition.topics.keys()];
  if (topics.includes(topic)) return result.edition;
  throw new UserError(`--topic ${topic}: expected one of the topics ${topics.join(", ")}`);
}

/** All of it or nothing, and never over another file. */
async function writeNew(name: string, text: string): Promise<void> {
  try {
    const folder = await realpath(dirname(name));
    if ((await writeNewFile(folder, basename(name), text)) === "written") return;
  } catch (error) {
    throw unwritten(name, error);
  }
  throw new UserError(`--out ${name}: is there already: a draft never takes the place of a file`);
}

function unwritten(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const isMissing = error.code === "ENOENT" || error.code === "ENOTDIR";
  const reason = isMissing
    ? `no folder ${dirname(name)}: expected a new file in a folder`
    : `cannot be written (${String(error.code)}): expected a new file in a folder of yours`;
  return new UserError(`--out ${name}: ${reason}`, { cause: error });
}
