import type { FieldFault } from "#kernel/errors";

/** A photo of the round under way: what was sent or is still to come, and what it is kept as once it has come. */
export interface Brought {
  sentDigest: string;
  keptDigest: string | null;
}

const path = ["input", "evidence"];

/**
 * What keeps feedback from being given: a photo that was announced and has not come whole, or fewer than asked for. One picture that
 * was sent as two files is one.
 */
export function faultsOf(
  brought: readonly Brought[],
  announced: readonly string[],
  photosAtLeast: number,
): FieldFault[] {
  const come = new Set(brought.filter(({ keptDigest }) => keptDigest !== null).map(({ sentDigest }) => sentDigest));
  const awaited = new Set([...announced, ...brought.map(({ sentDigest }) => sentDigest)]);
  const missing = [...awaited].filter((digest) => !come.has(digest));
  const count = new Set(brought.flatMap(({ keptDigest }) => keptDigest ?? [])).size;
  return [
    ...missing.map((digest) => ({ path, code: "EVIDENCE_MISSING", params: { digest } })),
    ...(count < photosAtLeast ? [{ path, code: "EVIDENCE_TOO_FEW", params: { least: photosAtLeast, count } }] : []),
  ];
}
