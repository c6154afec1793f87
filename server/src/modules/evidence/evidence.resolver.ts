import { evidenceFiles } from "@maple-bridge/drizzle/tables";
import { FieldResolver, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { many, sql } from "#kernel/read";
import { WorkItem } from "#modules/work";
import { announceEvidence } from "./announce-evidence.ts";
import { AnnounceEvidenceInput, RemoveEvidenceInput } from "./evidence.inputs.ts";
import { EvidenceFile } from "./evidence.types.ts";
import { removeEvidence } from "./remove-evidence.ts";

@Resolver(() => WorkItem)
export class EvidenceOnWorkItem {
  @FieldResolver(() => [EvidenceFile], {
    description: "Photos of all its rounds, and those announced, in their order.",
  })
  @many(evidenceFiles, {
    about: 3,
    perRow: true,
    child: evidenceFiles.itemId,
    order: (file) => sql`${file.announcedAt}, ${file.id}`,
  })
  evidence(): never {
    throw new Error("read by its source");
  }
}

export const EvidenceMutations = mutations({
  announceEvidence: mutation({
    input: AnnounceEvidenceInput,
    gives: [EvidenceFile],
    does: announceEvidence,
    description: "Says which photos will be sent: feedback is refused until all of them are in, or were removed.",
  }),
  removeEvidence: mutation({
    input: RemoveEvidenceInput,
    gives: WorkItem,
    does: removeEvidence,
    description: "Takes back a photo, or one that was announced, before the feedback of its round is given.",
  }),
});
