/** A sample of a metric: its labels as they are written, and its value. */
export type Samples = ReadonlyMap<string, number>;

const name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const label = `[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"`;
const sampleLine = new RegExp(`^(${name})(\\{${label}(?:,${label})*\\})? (\\S+)$`);
const number = /^(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?Inf|NaN)$/i;

interface Reading {
  readonly types: Map<string, string>;
  readonly samples: Map<string, number>;
  /** The family that the last HELP named. */
  family: string;
}

/**
 * Reads Prometheus's text format, version 0.0.4, and is no more lenient than its definition: each
 * family once, with its help and type before its samples, nothing twice, and histograms that count
 * up to their count.
 * @throws Error that names the line
 */
export function readExposition(text: string): Samples {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const reading: Reading = { types: new Map(), samples: new Map(), family: "" };
  for (const line of text.slice(0, -1).split("\n")) {
    const comment = new RegExp(`^# (HELP|TYPE) (${name}) (.+)$`).exec(line);
    if (comment !== null) readComment(reading, comment);
    else if (line !== "") readSample(reading, line);
  }
  const { types, samples } = reading;
  for (const [family, type] of types) if (type === "histogram") checkBuckets(family, samples);
  return samples;
}

function readComment(reading: Reading, comment: RegExpExecArray): void {
  const [line, kind, family = "", rest = ""] = comment;
  if (reading.types.has(family)) throw new Error(`a family twice: ${line}`);
  if (kind === "HELP") {
    reading.family = family;
    return;
  }
  if (family !== reading.family) throw new Error(`out of order: ${line}`);
  if (!/^(counter|gauge|histogram|summary)$/.test(rest)) throw new Error(`no type: ${line}`);
  reading.types.set(family, rest);
}

function readSample({ types, samples, family }: Reading, line: string): void {
  const [, metric = "", labels = "", value = ""] = sampleLine.exec(line) ?? [];
  if (!number.test(value)) throw new Error(`no sample: ${line}`);
  const type = types.get(family);
  const suffixes = type === "histogram" ? ["_bucket", "_sum", "_count"] : [""];
  if (type === undefined || !suffixes.some((suffix) => metric === family + suffix)) {
    throw new Error(`not of a family: ${line}`);
  }
  if (samples.has(metric + labels)) throw new Error(`a sample twice: ${line}`);
  samples.set(metric + labels, Number(value.replace("Inf", "Infinity")));
}

function checkBuckets(family: string, samples: Samples): void {
  const series = new Map<string, number>();
  for (const [key, value] of samples) {
    if (!key.startsWith(`${family}_bucket`)) continue;
    const others = key
      .slice(`${family}_bucket`.length)
      .replace(/le="[^"]*",?/, "")
      .replace(/,}/, "}");
    if (value < (series.get(others) ?? 0)) throw new Error(`buckets fall: ${key}`);
    series.set(others, value);
  }
  for (const [others, last] of series) {
    const count = samples.get(`${family}_count${others === "{}" ? "" : others}`);
    if (count !== last) throw new Error(`${family}${others}: ${last} in buckets, count ${count}`);
  }
}
