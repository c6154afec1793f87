import { registerEnumType } from "type-graphql";

export const RecheckOutcome = { CONFIRMED: "CONFIRMED", NOT_CONFIRMED: "NOT_CONFIRMED" } as const;
export type RecheckOutcome = keyof typeof RecheckOutcome;
registerEnumType(RecheckOutcome, {
  name: "RecheckOutcome",
  description: "What a re-check 复查 has found: 属实 CONFIRMED, the work is as it was reported, or 不实 NOT_CONFIRMED.",
});
