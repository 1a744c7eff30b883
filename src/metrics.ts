import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { counters, gauges, histograms, type Described } from "./metrics/catalogue.ts";

/** One value for each label of a metric; `{}` where it has none. */
type Labels<Entry extends Described> = Readonly<Record<Entry["labels"][number], string>>;

/** What this process counts and measures; the catalogue says what each is. */
export interface Metrics {
  readonly count: <Name extends keyof typeof counters>(
    name: Name,
    labels: Labels<(typeof counters)[Name]>,
  ) => void;
  /** Less than nothing, by a clock that was set back, counts as nothing. */
  readonly observe: <Name extends keyof typeof histograms>(
    name: Name,
    seconds: number,
    labels: Labels<(typeof histograms)[Name]>,
  ) => void;
  /** Undefined for what is not known: it is left out. */
  readonly set: <Name extends keyof typeof gauges>(
    name: Name,
    value: number | undefined,
    labels: Labels<(typeof gauges)[Name]>,
  ) => void;
  readonly contentType: string;
  /** All of it in Prometheus's text format, with the process's own metrics. */
  readonly text: () => Promise<string>;
}

/** Metrics in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const shared = ({ name, help, labels }: Described) => ({
    name,
    help,
    labelNames: labels,
    registers: [registry],
  });
  const counting = made(counters, (metric) => new Counter(shared(metric)));
  const observing = made(
    histograms,
    (metric) => new Histogram({ ...shared(metric), buckets: [...metric.buckets] }),
  );
  const showing = made(gauges, (metric) => new Gauge(shared(metric)));
  return {
    count: (name, labels) => counting.get(name)?.inc(labels),
    observe: (name, seconds, labels) => observing.get(name)?.observe(labels, Math.max(0, seconds)),
    set(name, value, labels) {
      if (value === undefined) showing.get(name)?.remove(labels);
      else showing.get(name)?.set(labels, value);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

function made<Entry, Metric>(
  table: Readonly<Record<string, Entry>>,
  make: (entry: Entry) => Metric,
): ReadonlyMap<string, Metric> {
  return new Map(Object.entries(table).map(([name, entry]) => [name, make(entry)]));
}
