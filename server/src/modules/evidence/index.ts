import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { clearFiles } from "./clear-files.ts";
import "./evidence.messages.ts";
import { EvidenceMutations, EvidenceOnWorkItem } from "./evidence.resolver.ts";
import { EvidenceFile } from "./evidence.types.ts";
import "./on-work.ts";

everydayActions("evidence.");

export const evidence: Module = {
  name: "evidence",
  resolvers: [EvidenceOnWorkItem, EvidenceMutations],
  types: [EvidenceFile],
  jobs: [clearFiles],
  texts: { verbatim: ["sentDigests"] },
};
export { EvidenceFile } from "./evidence.types.ts";
export { evidenceFaults } from "./on-work.ts";
export { type Picture, pictureForPaper, pictureOf, thumbnailMediaType } from "./picture.ts";
export { pictureLimits } from "./picture-limits.ts";
export { expectEvidence, receiveEvidence } from "./receive-evidence.ts";
