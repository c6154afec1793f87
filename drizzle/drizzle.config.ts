import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./tables/bureaus.ts",
    "./tables/organisation.ts",
    "./tables/members.ts",
    "./tables/grids.ts",
    "./tables/assignments.ts",
    "./tables/accounts.ts",
    "./tables/audit.ts",
    "./tables/imports.ts",
  ],
  out: "./migrations",
});
