import type { Evidence, Sent } from "./evidence.ts";
import type { Count } from "./count.ts";

/** Answers come, in the order of the questions; parts of a digest come in one order everywhere. */
export function countOrder(evidence: Evidence): readonly Count[] {
  const asked = Map.groupBy(evidence.lived.asked, ({ chat }) => chat);
  const firstId = new Map([...evidence.lived.moved].map(([before, now]) => [now, before]));
  const unanswered: string[] = [];
  const disordered: string[] = [];
  const doubled: string[] = [];
  let [open, inDoubt] = [0, 0];
  for (const [chat, questions] of asked) {
    const place = firstId.get(chat) ?? chat;
    const doubts = evidence.doubtsOf(place);
    const words = questions.map(({ word }) => word);
    const answers = evidence
      .sentTo(place)
      .flatMap(({ reading }) => (reading.answers === undefined ? [] : [reading.answers]));
    const wrong = `${chat}: asked ${words.join()}, answered ${answers.join()}`;
    const judged = compare(words, answers);
    // An answer that the network keeps back for long is given up: whoever asked can ask again.
    const isCutOff = evidence.lived.outages.some((from) =>
      questions.some(({ at }) => at <= from && at > from - longestWait),
    );
    const isOpen = doubts.unanswered > 0 || doubts.held || isCutOff;
    if (isOpen) open += 1;
    if (judged === "lost" && !isOpen) unanswered.push(wrong);
    if (judged === "disordered" && !isOpen) disordered.push(wrong);
    const more = answers.length - words.length;
    inDoubt += Math.max(0, Math.min(more, doubts.cut));
    if (more > doubts.cut) doubled.push(wrong);
  }
  return [
    {
      name: "questions without an answer",
      of: evidence.lived.asked.length,
      open,
      found: unanswered,
    },
    {
      name: "answered twice, beyond what was in flight",
      of: evidence.lived.asked.length,
      open: inDoubt,
      found: doubled,
    },
    { name: "answers out of order", of: asked.size, found: disordered },
    countParts(evidence),
  ];
}

/** Milliseconds that an answer has. */
const longestWait = 130_000;

/** A second copy stands next to the first. */
function compare<T>(words: readonly T[], answers: readonly T[]): "right" | "lost" | "disordered" {
  let next = 0;
  for (const answer of answers) {
    if (next < words.length && answer === words[next]) next += 1;
    else if (next === 0 || answer !== words[next - 1])
      return missing(words, answers) ? "lost" : "disordered";
  }
  return next === words.length ? "right" : "lost";
}

function missing<T>(words: readonly T[], answers: readonly T[]): boolean {
  return words.some(
    (word) =>
      words.filter((other) => other === word).length >
      answers.filter((answer) => answer === word).length,
  );
}

/** Two parts that followed each other here, and came the other way round there. */
function countParts({ places, sentTo }: Evidence): Count {
  const followed = new Map<string, string>();
  const found: string[] = [];
  let of = 0;
  for (const { id } of places) {
    for (const [first, second] of neighbours(sentTo(id))) {
      of += 1;
      if (followed.has(`${second.text} then ${first.text}`)) {
        found.push(`${id}: ${JSON.stringify(second.text.slice(0, 40))} came last`);
      }
      followed.set(`${first.text} then ${second.text}`, "");
    }
  }
  return { name: "parts out of order", of, found };
}

const together = 60_000;

function neighbours(all: readonly Sent[]): readonly (readonly [Sent, Sent])[] {
  const digests = all.filter(({ reading }) => reading.kind === "digest");
  return digests.flatMap((second, index) => {
    const first = digests[index - 1];
    const isNext =
      first !== undefined &&
      first.thread === second.thread &&
      second.at - first.at < together &&
      first.text !== second.text;
    return isNext ? [[first, second] as const] : [];
  });
}
