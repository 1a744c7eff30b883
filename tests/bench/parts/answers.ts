import { contenders, measureAnswers, type Answers } from "../answers.ts";
import { median, row, table } from "../table.ts";

const rounds = 3;

/** Turn and turn about, so that a machine that slows down slows all. */
export async function benchAnswers(): Promise<void> {
  const found: (readonly Answers[])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const answers: Answers[] = [];
    for (const contender of contenders) answers.push(await measureAnswers(contender));
    found.push(answers);
  }
  const head = ["answers a second", "Mujaz to it", "p50, ms", "p95, ms", "p99, ms"];
  table([`median of ${rounds} rounds`, ...head]);
  for (const [index, { name }] of contenders.entries()) {
    const of = (value: keyof Answers): number =>
      median(found.map((round) => round[index]?.[value] ?? Number.NaN));
    const ratios = found.map(
      ([ours, ...others]) => (ours?.perSecond ?? 0) / ([ours, ...others][index]?.perSecond ?? 0),
    );
    const perSecond = Math.round(of("perSecond"));
    row([name, perSecond, median(ratios).toFixed(2), of("p50"), of("p95"), of("p99")]);
  }
}
