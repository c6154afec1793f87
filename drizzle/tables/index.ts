export * from "./bureaus.ts";
export * from "./organisation.ts";
export * from "./members.ts";
export * from "./grids.ts";
export * from "./assignments.ts";
export * from "./accounts.ts";
export * from "./audit.ts";
export * from "./imports.ts";
