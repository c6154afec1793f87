/** Over [from, to), in milliseconds; without `to` it has no end. */
export interface Span {
  from: number;
  to: number | null;
}

export interface Scale {
  from: number;
  to: number;
}

const day = 86_400_000;

/** From the first beginning to a while after the last thing that is known, and never less than half a year. */
export function scaleOf(spans: readonly Span[], now: number): Scale {
  const known = spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const first = Math.min(now - 90 * day, ...known);
  const last = Math.max(now, ...known);
  return { from: first, to: last + Math.max(30 * day, (last - first) * 0.08) };
}

const percent = (scale: Scale, at: number) =>
  (100 * (Math.min(Math.max(at, scale.from), scale.to) - scale.from)) / (scale.to - scale.from);

/** Where a span stands on the scale, in percent. */
export function placeOf(scale: Scale, { from, to }: Span) {
  const left = percent(scale, from);
  return { left, width: (to === null ? 100 : percent(scale, to)) - left };
}

export const pointOf = percent;

/** The spans in as few rows as they fit without overlapping. */
export function rowsOf<S extends Span>(spans: readonly S[]): S[][] {
  const rows: S[][] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const row = rows.find((each) => {
      const last = each.at(-1);
      return last !== undefined && last.to !== null && last.to <= span.from;
    });
    if (row) row.push(span);
    else rows.push([span]);
  }
  return rows;
}

const steps = [1, 3, 6, 12, 24, 60];

/** First days of months, spaced so that there are at most so many, or one more. */
export function ticksOf(scale: Scale, most: number): { at: number; label: string }[] {
  const months = (scale.to - scale.from) / (30.4 * day);
  const step = steps.find((each) => months / each <= most) ?? 120;
  const first = new Date(scale.from);
  const ticks = [];
  // A label further on would be cut off.
  const lastLabel = scale.to - ((scale.to - scale.from) * 0.72) / most;
  for (let month = Math.ceil(first.getUTCMonth() / step) * step; ; month += step) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1);
    if (at > lastLabel) return ticks;
    if (at >= scale.from) ticks.push({ at, label: new Date(at).toISOString().slice(0, 7) });
  }
}
