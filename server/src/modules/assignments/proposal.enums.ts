import { registerEnumType } from "type-graphql";

export const ProposalReason = {
  OWN_POLICE_ROOM: "OWN_POLICE_ROOM",
  OWN_STATION: "OWN_STATION",
  NEIGHBOURING_GRIDS: "NEIGHBOURING_GRIDS",
  LEAST_LOADED: "LEAST_LOADED",
  ONLY_ONE: "ONLY_ONE",
  ABOVE_FAIR_SHARE: "ABOVE_FAIR_SHARE",
} as const;
export type ProposalReason = keyof typeof ProposalReason;
registerEnumType(ProposalReason, {
  name: "ProposalReason",
  description:
    "Why a member is proposed. ABOVE_FAIR_SHARE speaks against it: with this seat the member holds more than an even share, and the others do so too.",
});

export const ProposalObstacle = {
  NOBODY_OF_KIND: "NOBODY_OF_KIND",
  ALL_HOLD_IT: "ALL_HOLD_IT",
  ALL_AWAY: "ALL_AWAY",
} as const;
export type ProposalObstacle = keyof typeof ProposalObstacle;
registerEnumType(ProposalObstacle, {
  name: "ProposalObstacle",
  description:
    "Why nobody is proposed: no member of the station is of a kind that may hold the duty, all who are hold this seat, now or later, or are proposed for it, or those who are left are away.",
});
