import "reflect-metadata";
import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { mayShareListViews, unitPolicies } from "#modules/organisation";
import "./view.messages.ts";
import { ViewLists, ViewMutations } from "./view.resolver.ts";
import { ListPreference, ListView } from "./view.types.ts";

everydayActions("listView.", "listPreference.");
defineConstraint("list_views_name_unique", { path: ["input", "name"], code: "LIST_VIEW_NAME" });
unitPolicies.add(() => ({ ...mayShareListViews, policy: mayShareListViews, over: ({ id }) => id }));

/** How each has the lists of the screens: views that are kept and shared, columns, and what a page begins with. */
export const views: Module = {
  name: "views",
  resolvers: [ViewLists, ViewMutations],
  types: [ListView, ListPreference],
  texts: { line: ["page", "query", "columns"] },
};
