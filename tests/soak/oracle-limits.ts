import type { Entry } from "../../src/simulator/record/happening.ts";
import type { Evidence } from "./evidence.ts";
import { timeOf, type Count } from "./count.ts";

type Refused = Entry & { readonly type: "refused" };

/** Telegram's own limits, and the waits that it asked for. */
export function countLimits(evidence: Evidence): readonly Count[] {
  const { entries } = evidence.lived;
  const floods = entries.filter(
    (entry): entry is Refused => entry.type === "refused" && entry.code === 429,
  );
  const own = floods.filter((entry) => !isMadeUp(entry, entries));
  const asked = answerTimes(evidence);
  const isBurst = ({ time }: Refused) => asked(time) >= burst;
  const sends = entries.filter(({ type }) => type === "sent" || type === "edited").length;
  return [
    {
      name: "limits breached",
      of: sends,
      open: own.filter(isBurst).length,
      found: own
        .filter((entry) => !isBurst(entry))
        .map(
          ({ time, chatId, method, retryAfter = 0, early }) =>
            `${timeOf(time)} ${method} to ${String(chatId)}: ${retryAfter} s${early === true ? ", early" : ""}`,
        ),
    },
    { name: "waits cut short", of: floods.length, found: impatient(evidence, floods) },
  ];
}

/** So many answers in three seconds are people who ask faster than Telegram lets anybody answer. */
const burst = 30;

/** How many answers went around a moment. */
function answerTimes({ places, sentTo }: Evidence): (moment: number) => number {
  const counts = new Map<number, number>();
  for (const { id } of places) {
    for (const { at, reading } of sentTo(id)) {
      if (reading.kind !== "answer") continue;
      const second = Math.floor(at / 1000);
      counts.set(second, (counts.get(second) ?? 0) + 1);
    }
  }
  return (moment) => {
    const second = Math.floor(moment / 1000);
    return [-1, 0, 1].reduce((sum, by) => sum + (counts.get(second + by) ?? 0), 0);
  };
}

/** The refusal of a fault stands right behind it in the record. */
function isMadeUp({ seq, method }: Refused, entries: readonly Entry[]): boolean {
  const before = entries[seq - 2];
  return before?.type === "fault" && before.action === "refuse" && before.method === method;
}

/** Sends to a chat before the time was over that Telegram asked to wait. */
function impatient(evidence: Evidence, floods: readonly Refused[]): readonly string[] {
  return floods.flatMap(({ time, chatId, retryAfter = 0 }) => {
    const place = Number(chatId);
    const sooner = evidence
      .sentTo(place)
      .filter(({ at }) => at > time && at < time + retryAfter * 1000);
    // What the process knew was lost with it.
    const isCut = evidence.doubtsOf(place).cut > 0;
    return isCut || sooner.length === 0
      ? []
      : [
          `${place}: asked at ${timeOf(time)} to wait ${retryAfter} s, sent at ${timeOf(sooner[0]?.at ?? 0)}`,
        ];
  });
}
