import { registerEnumType } from "type-graphql";

export const CommunityFeedbackKind = { DISPUTE: "DISPUTE", HAZARD: "HAZARD", SERVICE: "SERVICE" } as const;
export type CommunityFeedbackKind = keyof typeof CommunityFeedbackKind;
registerEnumType(CommunityFeedbackKind, {
  name: "CommunityFeedbackKind",
  description: "What a community order was about: a dispute 矛盾纠纷, a hazard 隐患, a call for help 求助.",
});
