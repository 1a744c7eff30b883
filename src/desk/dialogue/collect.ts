import { articlePage } from "../pages/field-pages.ts";
import { askPages } from "../pages/ask-pages.ts";
import { message, send, voiceOf, words } from "../pages/parts.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { untied } from "./change.ts";
import type { Scene, Stepped } from "./context.ts";
import { articleOf, type DeskFigure, type Piece } from "./draft.ts";
import { asked, deed, goOn, refuse, show } from "./moves.ts";
import { proposeFigures } from "./propose.ts";

/** Characters of an article: a long report. The draft is kept whole at every step. */
const longest = 200_000;

/** Parts of an article; what came before is joined by what comes, until the article is complete. */
export function addPieces(scene: Scene, pieces: readonly Piece[]): Stepped {
  const { draft } = scene;
  const fresh = pieces.map(cleaned).filter(({ text }) => text !== "");
  if (fresh.length === 0) return show(scene, [sendLine(scene, "empty")]);
  if (draft.isRead) {
    const isOld = fresh.every((piece) => draft.pieces.some((old) => isSame(old, piece)));
    return isOld ? show(scene, send(...askPages(scene))) : show(scene, [sendLine(scene, "closed")]);
  }
  const joined = { ...draft, pieces: inOrder(fresh.reduce(withPiece, draft.pieces)) };
  if (articleOf(joined).length > longest) return show(scene, [sendLine(scene, "long")]);
  const deeds = fresh.map(({ text }) => deed("added", text));
  return { draft: joined, replies: send(articlePage({ ...scene, draft: joined })), deeds };
}

function sendLine(scene: Scene, key: "empty" | "closed" | "long") {
  const n = formatCount(longest, voiceOf(scene.context));
  const line = words(scene, `desk:article.${key}`, key === "long" ? { n } : {});
  return { type: "send", message: message(line) } as const;
}

function cleaned(piece: Piece): Piece {
  const text = piece.text
    .replace(/\r\n?/g, "\n")
    // What no text has and no file could hold.
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .toWellFormed()
    .trim();
  return { ...piece, text };
}

function isSame(a: Piece, b: Piece): boolean {
  return a.messageId === b.messageId && a.part === b.part;
}

function withPiece(pieces: readonly Piece[], piece: Piece): readonly Piece[] {
  return [...pieces.filter((old) => !isSame(old, piece)), piece];
}

/** As they were sent; a caption stands above its file. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.toSorted(
    (a, b) => a.messageId - b.messageId || Number(a.part === "file") - Number(b.part === "file"),
  );
}

/** An edited message: where it is a part of the article, the article is so now. */
export function replacePiece(scene: Scene, given: Piece): Stepped {
  const { draft } = scene;
  const piece = cleaned(given);
  const old = draft.pieces.find((one) => isSame(one, piece));
  if (old === undefined || old.text === piece.text || piece.text === "") return show(scene, []);
  const changed = { ...draft, pieces: inOrder(withPiece(draft.pieces, piece)) };
  if (articleOf(changed).length > longest) return show(scene, [sendLine(scene, "long")]);
  const deeds = [deed("edited", piece.text)];
  if (!draft.isRead) {
    return { draft: changed, replies: send(articlePage({ ...scene, draft: changed })), deeds };
  }
  const again = asked({ ...changed, figures: readAgain({ ...scene, draft: changed }) });
  const count = again.figures.filter(({ decision }) => decision === "open").length;
  const line =
    count === 0
      ? words(scene, "desk:article.same")
      : words(scene, "desk:article.again", {
          count,
          n: formatCount(count, voiceOf(scene.context)),
        });
  const pages = askPages({ ...scene, draft: again });
  return { draft: again, replies: send(message(line), ...pages), deeds };
}

/** The article is complete: its figures are read. */
export function readArticle(scene: Scene): Stepped {
  const { draft } = scene;
  if (draft.isRead) return show(scene, send(...askPages(scene)));
  if (articleOf(draft) === "") return refuse(scene, "desk:article.empty");
  const figures = readAgain(scene);
  const read = asked({ ...draft, isRead: true, figures });
  const count = figures.length;
  const n = formatCount(count, voiceOf(scene.context));
  const found =
    count === 0
      ? words(scene, "desk:article.none")
      : words(scene, "desk:article.found", { count, n });
  const deeds = [deed("read", String(count))];
  return goOn(scene, read, { deeds, first: message(found) });
}

/** What is read in the article as it is now; what was decided of the same words stays decided. */
function readAgain({ draft, context }: Scene): readonly DeskFigure[] {
  const text = articleOf(draft);
  const read = context.read(text);
  const ids = read.map((_, index) => `f${index + 1}`);
  const proposed = proposeFigures(text, read, { edition: context.edition, ids });
  const left = [...draft.figures];
  return proposed.map((one) => {
    const at = left.findIndex((old) => isSameReading(old, one));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    return old === undefined ? one : carriedOver(old, one);
  });
}

function isSameReading(old: DeskFigure, one: DeskFigure): boolean {
  return (
    old.words === one.words &&
    old.figure.kind === one.figure.kind &&
    old.named.source === one.named.source
  );
}

/** The editor's record at the place, under the number and with the ties that it has now. */
function carriedOver(old: DeskFigure, one: DeskFigure): DeskFigure {
  const { id, of, componentOf, sameAs } = one.figure;
  const ties = {
    ...(of !== undefined && { of }),
    ...(componentOf !== undefined && { componentOf }),
    ...(sameAs !== undefined && { sameAs }),
  };
  const { decision, settled } = old;
  const kept = settled.includes("ties") ? {} : ties;
  return { ...one, figure: { ...untied(old.figure), id, ...kept }, decision, settled };
}
