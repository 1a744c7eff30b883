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
  /** No Stars: the free pace from now on. */
  | { readonly type: "unpaid" }
  /** Telegram refuses the token: nothing is sent any more. */
  | { readonly type: "unauthorized" };
