import "./order.messages.ts";
import type { Module } from "#kernel/schema";
import { BurdenOnMember } from "./burden.types.ts";
import { PartnerOnItem, PartnerResolver } from "./partner.types.ts";
import { Disposition } from "./feedback.types.ts";
import { FeedbackOnEvent, FeedbackOnItem } from "./on-work.resolver.ts";
import { OrderMutations, OrderResolver } from "./order.resolver.ts";

export const orders: Module = {
  name: "orders",
  resolvers: [
    PartnerResolver,
    PartnerOnItem,
    BurdenOnMember,
    OrderResolver,
    OrderMutations,
    FeedbackOnItem,
    FeedbackOnEvent,
  ],
  types: [Disposition],
  texts: { line: ["caseNumber"], prose: ["happened", "done", "cause", "likelyCourse", "furtherNeed", "response"] },
};
