import { createRoute, createRouter } from "@tanstack/react-router";
import { watchLayers } from "../lib/layers.ts";
import { rootRoute, shellRoute } from "../lib/routes.ts";
import { parseSearch, stringifySearch } from "../lib/url-state.ts";
import { inside } from "./features.ts";
import { NotFoundPage } from "./not-found-page.tsx";
import { FailurePage } from "./failure-page.tsx";
import { Shell } from "./shell.tsx";

shellRoute.update({ component: Shell });

/** Any other address: said beside the menu, by which one goes on. */
const notFoundRoute = createRoute({ getParentRoute: () => shellRoute, path: "$", component: NotFoundPage });

const routeTree = rootRoute.addChildren([shellRoute.addChildren([...inside, notFoundRoute])]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: FailurePage,
});

watchLayers(router.history);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
