import type { ProposalsQuery } from "@maple-bridge/schema/documents";
import { may } from "../../lib/viewer.tsx";

export type Proposal = ProposalsQuery["proposals"][number];
export type Accepted = Proposal & { member: NonNullable<Proposal["member"]> };

/** Those that name somebody, where one may assign. */
export const isAcceptable = (proposal: Proposal): proposal is Accepted =>
  proposal.member !== null && may(proposal.grid, "ASSIGN_MEMBERS");
