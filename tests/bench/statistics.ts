const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

export const quantile = (values: readonly number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const median = (values: readonly number[]) => quantile(values, 0.5);
