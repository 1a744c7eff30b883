import type { SendParcel } from "../../delivery/parcel.ts";
import { callDraft, type Carrier } from "./draft.ts";
import { outcomeOf } from "../api/outcome.ts";

/** Sends as `carrier` does; the id is Telegram's own of the message in its chat. */
export function createSendParcel(carrier: Carrier): SendParcel {
  return async (parcel, consent) => {
    const outcome = outcomeOf(await callDraft(carrier, parcel, consent));
    if (outcome.type !== "sent") return outcome;
    if (parcel.inlineId !== undefined) return { type: "sent", result: undefined };
    const id = messageId(outcome.result);
    return id === undefined
      ? { type: "unknown", cause: "unreadable", reason: "ok without a message" }
      : { type: "sent", result: id };
  };
}

/** Telegram's id of a message, as an answer of its has it. */
export function messageId(result: unknown): number | undefined {
  const hasId = typeof result === "object" && result !== null && "message_id" in result;
  return hasId && typeof result.message_id === "number" ? result.message_id : undefined;
}
