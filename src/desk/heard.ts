import { readArticleApart } from "./article/apart.ts";
import { ArticleError, mostBytes } from "./article/article.ts";
import type { Language } from "../domain/language.ts";
import type { DeskInput } from "./dialogue/context.ts";
import type { DeskDraft, Piece } from "./dialogue/draft.ts";
import { expects } from "./dialogue/step.ts";
import { questionIn } from "./pages/questions.ts";

/** A message of an editor, freed of Telegram's form. */
export interface Heard {
  readonly messageId: number;
  /** Its text or caption; empty where it has none. */
  readonly text: string;
  /** The words are somebody else's. */
  readonly forwarded: boolean;
  /** It was sent before, and is different now. */
  readonly edited: boolean;
  readonly file?: HeardFile;
  /** What the message of ours says that it replies to. */
  readonly repliedTo?: string;
}

export interface HeardFile {
  readonly name: string;
  /** As Telegram gives it. */
  readonly contentType: string;
  readonly size: number;
  /** Undefined where Telegram does not hand it over. */
  readonly fetch: () => Promise<Uint8Array | undefined>;
}

/** UTF-16 units above which a pasted text begins an article by itself. */
const longText = 300;

/** What of the desk a message is for; undefined where it is none of its business. */
export type Meant =
  | Extract<DeskInput, { readonly type: "typed" | "edited" }>
  /** Parts of an article, once its file is read. */
  | { readonly type: "article" };

/**
 * A forwarded message, a file and an edited message are read only as an article, and never as an
 * answer. A text is an answer to the question that it replies to, or to the one that is asked; or a
 * part of an article that is being sent.
 */
export function meantBy(
  heard: Heard,
  draft: DeskDraft | undefined,
  wording: Language,
): Meant | undefined {
  const { messageId, text, forwarded, edited, file } = heard;
  if (edited) {
    const piece: Piece = { messageId, part: "text", text };
    return draft === undefined ? undefined : { type: "edited", piece };
  }
  if (forwarded || file !== undefined) return { type: "article" };
  const typed = draft === undefined ? undefined : answerIn(heard, draft, wording);
  if (typed !== undefined) return typed;
  const isPart = draft !== undefined && expects(draft) === "article";
  return isPart || text.length > longText ? { type: "article" } : undefined;
}

function answerIn(
  { messageId, text, repliedTo }: Heard,
  draft: DeskDraft,
  wording: Language,
): Meant | undefined {
  const to = repliedTo === undefined ? undefined : questionIn(repliedTo, wording);
  if (draft.isRead && to !== undefined) return { type: "typed", messageId, text, to };
  return expects(draft) === "answer" ? { type: "typed", messageId, text } : undefined;
}

/** What becomes of a file that somebody sends. */
export type FileText =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "unreadable" }
  | { readonly type: "later" };

/** The parts of an article that a message brings: its text or caption, and what its file says. */
export async function piecesOf(heard: Heard): Promise<readonly Piece[] | FileText["type"]> {
  const { messageId, text, file } = heard;
  const own: readonly Piece[] = text === "" ? [] : [{ messageId, part: "text", text }];
  if (file === undefined) return own;
  const read = await readFile(file);
  if (read.type !== "text") return read.type;
  return [...own, { messageId, part: "file", text: read.text }];
}

async function readFile({ name, contentType, size, fetch }: HeardFile): Promise<FileText> {
  const type = typeOf(name, contentType);
  if (type === undefined || size > mostBytes) return { type: "unreadable" };
  const bytes = await fetch();
  if (bytes === undefined) return { type: "later" };
  try {
    const { title, text } = await readArticleApart(bytes, { contentType: type });
    return { type: "text", text: title === undefined ? text : `${title}\n\n${text}` };
  } catch (error) {
    if (error instanceof ArticleError) return { type: "unreadable" };
    throw error;
  }
}

/** The name says what a file is; of its type only the charset counts. */
function typeOf(name: string, contentType: string): string | undefined {
  const [, extension = ""] = /\.([a-z]+)$/i.exec(name) ?? [];
  const [charset = ""] = /;.*/.exec(contentType) ?? [];
  if (/^txt$/i.test(extension)) return `text/plain${charset}`;
  return /^x?html?$/i.test(extension) ? `text/html${charset}` : undefined;
}
