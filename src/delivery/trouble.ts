import type { MessageFault } from "./outcome.ts";

/** What an operator or editor should know of. */
export type Trouble =
  | { readonly type: "run paused"; readonly runId: number; readonly reason: string }
  | { readonly type: "bad message"; readonly runId: number; readonly fault: MessageFault }
  /** Most sends fail: bulk waits, and tries one now and then. */
  | { readonly type: "outage" }
  /** Most chats seem to be gone, which is hard to believe: none is given up. */
  | { readonly type: "mostly gone" }
  | { readonly type: "held long"; readonly chatId: number; readonly seconds: number }
  /** The content folder does not say what was told last of these stories. */
  | { readonly type: "behind"; readonly stories: readonly string[] }
  /** No Stars: the free pace from now on. */
  | { readonly type: "unpaid" }
  /** Telegram refuses the token: nothing is sent any more. */
  | { readonly type: "unauthorized" };

/** Milliseconds in which the same trouble is told once. */
const quiet = 3_600_000;

/** Tells of a trouble that goes on or comes again only once an hour. */
export function tellSeldom(
  tell: (trouble: Trouble) => void,
  now: () => Date,
): (trouble: Trouble) => void {
  const toldAt = new Map<string, number>();
  return (trouble) => {
    const at = now().getTime();
    for (const [key, told] of toldAt) if (Math.abs(at - told) >= quiet) toldAt.delete(key);
    const key = keyOf(trouble);
    if (toldAt.has(key)) return;
    toldAt.set(key, at);
    tell(trouble);
  };
}

function keyOf(trouble: Trouble): string {
  if ("runId" in trouble) return `${trouble.type} ${trouble.runId}`;
  return "chatId" in trouble ? `${trouble.type} ${trouble.chatId}` : trouble.type;
}
