import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { isDigest } from "#kernel/files/file-store";
import { record } from "#kernel/record";
import { lockWork } from "#modules/work";
import { authorizeBringing } from "./authorize-photos.ts";
import type { AnnounceEvidenceInput } from "./evidence.inputs.ts";
import { evidenceOfRound, insertEvidence } from "./evidence.store.ts";
import { pictureLimits } from "./picture-limits.ts";

const path = ["input", "sentDigests"];

/** Says which photos will come: the feedback is not given before all of them have. */
export function announceEvidence(ctx: Context, input: AnnounceEvidenceInput) {
  return inTransaction(ctx, "announceEvidence", input, async (tx) => {
    const { item, may } = await lockWork(tx, input.itemId, ["input", "itemId"]);
    const of = { ...item, ...authorizeBringing({ ...item, may }, ["input", "itemId"]) };
    const digests = digestsOf(input.sentDigests);
    const there = new Map((await evidenceOfRound(tx, item)).map(({ id, sentDigest }) => [sentDigest, id]));
    const others = digests.filter((digest) => !there.has(digest));
    if (there.size + others.length > pictureLimits.files)
      throw new Conflict([{ path, code: "EVIDENCE_TOO_MANY", params: { most: pictureLimits.files } }]);
    const ids = await insertEvidence(tx, of, others);
    for (const [index, digest] of others.entries()) there.set(digest, ids[index]!);
    if (others.length > 0)
      await record(tx, {
        action: "evidence.announce",
        entity: { type: "WorkItem", id: item.id },
        after: { round: item.round, sentDigests: others },
      });
    return { ids: digests.map((digest) => there.get(digest)!) };
  });
}

function digestsOf(given: readonly string[]): string[] {
  const written = given.map((digest) => digest.toLowerCase());
  const faults: FieldFault[] = written.flatMap((digest, index) =>
    isDigest(digest) ? [] : [{ path: [...path, index], code: "EVIDENCE_DIGEST_FORM" }],
  );
  if (given.length === 0) faults.push({ path, code: "REQUIRED" });
  if (faults.length > 0) throw new Invalid(faults);
  return [...new Set(written)];
}
