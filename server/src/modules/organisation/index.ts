import type { Module } from "#kernel/schema";
import { Division } from "./division.types.ts";
import { OrganisationResolver } from "./organisation.resolver.ts";

export const organisation: Module = { name: "organisation", resolvers: [OrganisationResolver], types: [Division] };
export { Bureau, Unit } from "./unit.types.ts";
export { Division };
