import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "postgresql", schema: "./tables/index.ts", out: "./migrations" });
