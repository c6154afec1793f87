import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { clearFiles } from "./clear-files.ts";
import "./evidence.messages.ts";
import { EvidenceMutations, EvidenceOnWorkItem } from "./evidence.resolver.ts";
import { EvidenceFile } from "./evidence.types.ts";

everydayActions("evidence.");

export const evidence: Module = {
  name: "evidence",
  resolvers: [EvidenceOnWorkItem, EvidenceMutations],
  types: [EvidenceFile],
  jobs: [clearFiles],
  texts: { verbatim: ["sentDigests"] },
};
export { EvidenceFile } from "./evidence.types.ts";
export { evidenceFaults } from "./evidence-faults.ts";
export { faultsOf as faultsOfEvidence } from "./evidence.rules.ts";
export { evidenceAlongside } from "./evidence.store.ts";
export { type Picture, pictureForPaper, pictureOf, thumbnailMediaType } from "./picture.ts";
export { pictureLimits } from "./picture-limits.ts";
export { expectEvidence, receiveEvidence } from "./receive-evidence.ts";
