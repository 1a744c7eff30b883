import type { Subscriber } from "../../store/subscriptions/subscriptions.ts";
import type { Request } from "../request.ts";
import type { Target } from "./target.ts";

/** Whoever asks, as the one who decided for a place. */
export function subscriberOf({ person }: Request, { chat, threadId }: Target): Subscriber {
  return { chat, threadId, personId: person?.id };
}
