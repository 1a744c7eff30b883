import type { Edition } from "../../domain/edition.ts";
import { StoreError } from "../../store/database.ts";
import { underLease } from "../../store/lease.ts";
import {
  markClean,
  readToldEdition,
  readToldMark,
  restandEdition,
  tellEdition,
  type Told,
} from "../../store/revisions/told.ts";
import type { Database } from "../../store/tables.ts";
import { behindOf, findKept, withKept, type Behind, type Kept } from "./kept.ts";
import type { Leadership } from "../replicas/replicas.ts";

/** What the processes that share a store tell, as one of them knows it. */
export interface Telling {
  readonly edition: () => Edition | undefined;
  /** While another process leads, since when its folder has no problems. */
  readonly followed: () => { readonly cleanSince: Date | undefined } | undefined;
  /** Has every process tell what the folder of this one says. @throws LeaseLost */
  readonly tell: (edition: Edition, cleanSince: Date | undefined) => Promise<void>;
  /**
   * Has every process go on with what was told last: the folder of this one has errors.
   * @throws LeaseLost, or StoreError as `follow` does
   */
  readonly goOn: () => Promise<void>;
  /** Has every process look anew where its stories stand. @throws LeaseLost */
  readonly restand: () => Promise<void>;
  /** Lets every process know that the folder of this one has problems. @throws LeaseLost */
  readonly hold: () => Promise<void>;
  /**
   * Looks what another process tells.
   * @throws StoreError where that is another version's, and nothing is known from before
   */
  readonly follow: () => Promise<"nothing" | "known" | "new">;
}

export interface TellingParts {
  readonly db: Database;
  readonly leadership: Leadership;
  /** When the file of a story was written last. */
  readonly writtenAt: (id: string) => Date | undefined;
  readonly now: () => Date;
  /** Told, after another process led, of stories that stay as that one told them. */
  readonly onBehind: (behind: Behind) => Promise<void>;
}

const foreign =
  "DATABASE_URL: the edition in it was told by another version of Mujaz; run that one";

export function createTelling(parts: TellingParts): Telling {
  const { leadership, writtenAt, now } = parts;
  const db = underLease(parts.db, leadership.term);
  let told: Told | undefined;
  let followed: { readonly cleanSince: Date | undefined } | undefined;
  let kept: Kept | undefined;

  async function read(): Promise<"known" | "new"> {
    const read = await readToldEdition(parts.db, told?.edition);
    if (read === undefined && told === undefined) throw new StoreError(foreign);
    told = read ?? told;
    return read === undefined ? "known" : "new";
  }

  return {
    edition: () => told?.edition,
    followed: () => followed,
    async tell(edition, cleanSince) {
      if (followed !== undefined && told !== undefined) {
        kept = await findKept(db, told.edition, { edition, writtenAt });
        await parts.onBehind(behindOf(kept));
        followed = undefined;
      }
      const whole = kept === undefined ? edition : withKept(edition, kept);
      told = await tellEdition(db, whole, cleanSince, now());
    },
    async restand() {
      if (told !== undefined) told = await restandEdition(db, told);
    },
    hold: () => markClean(db, undefined),
    async goOn() {
      await markClean(db, undefined);
      if (followed !== undefined) followed = { cleanSince: undefined };
      await read();
    },
    async follow() {
      const mark = await readToldMark(parts.db);
      if (mark === undefined) return "nothing";
      followed = { cleanSince: mark.cleanSince };
      if (mark.number === told?.number) return "known";
      return read();
    },
  };
}
