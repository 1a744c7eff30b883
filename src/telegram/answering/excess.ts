/** What somebody asks for in a minute and is answered; people who turn pages fast ask for half. */
const mostAMinute = 60;

const minute = 60_000;

export type Excess = "none" | "begins" | "goes on";

/**
 * Counts what each asker asks for, so that one who floods many chats does not take the time of the
 * others. Remembers those of this minute alone.
 */
export function countAskers(): (asker: number, now: Date) => Excess {
  let current = -1;
  let counts = new Map<number, number>();
  return (asker, now) => {
    const at = Math.floor(now.getTime() / minute);
    if (at !== current) counts = new Map();
    current = at;
    const count = (counts.get(asker) ?? 0) + 1;
    counts.set(asker, count);
    if (count <= mostAMinute) return "none";
    return count === mostAMinute + 1 ? "begins" : "goes on";
  };
}
