/** A name with its labels, and the number that stands there now. */
export interface Sample {
  /** Behind the metric's own name: `_bucket`, `_sum`, `_count`. */
  suffix?: string;
  labels?: Record<string, string | number>;
  value: number;
}

export interface Metric {
  name: string;
  type: "counter" | "gauge" | "histogram";
  help: string;
  samples: readonly Sample[];
}

export const contentType = "text/plain; version=0.0.4; charset=utf-8";

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll('"', '\\"');

/** Prometheus's text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const exposed = (metrics: readonly Metric[]) =>
  `${metrics.flatMap(({ name, type, help, samples }) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => line(name, sample))]).join("\n")}\n`;

function line(name: string, { suffix = "", labels = {}, value }: Sample) {
  const named = Object.entries(labels).map(([label, text]) => `${label}="${escaped(String(text))}"`);
  return `${name}${suffix}${named.length > 0 ? `{${named.join(",")}}` : ""} ${value}`;
}

/** Of seconds: what a person does not notice, what they do, and what they wait for. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Spread {
  counts: number[];
  sum: number;
}

/** How durations spread, by one label whose values the caller keeps few. */
export function spreadOf(label: string) {
  const spreads = new Map<string, Spread>();
  return {
    add(value: string, seconds: number) {
      let spread = spreads.get(value);
      if (!spread)
        spreads.set(value, (spread = { counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 }));
      const at = bounds.findIndex((bound) => seconds <= bound);
      spread.counts[at < 0 ? bounds.length : at]!++;
      spread.sum += seconds;
    },
    samples: (): Sample[] => [...spreads].flatMap(([value, spread]) => samplesOf(label, value, spread)),
  };
}

function samplesOf(label: string, value: string, { counts, sum }: Spread): Sample[] {
  let upTo = 0;
  const buckets = [...bounds, "+Inf"].map((le, index) => {
    upTo += counts[index]!;
    return { suffix: "_bucket", labels: { [label]: value, le }, value: upTo };
  });
  const labels = { [label]: value };
  return [...buckets, { suffix: "_sum", labels, value: sum }, { suffix: "_count", labels, value: upTo }];
}
