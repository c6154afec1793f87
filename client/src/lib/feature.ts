import type { AnyRoute } from "@tanstack/react-router";
import type { Page } from "./pages.ts";

/** What a feature brings: pages that have addresses, and those of them that stand in the menu and in the palette, in this order. */
export const feature = <const Routes extends readonly AnyRoute[]>(brought: {
  routes: Routes;
  pages: readonly Page[];
}) => brought;
