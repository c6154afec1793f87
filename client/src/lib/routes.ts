import { createRootRoute, createRoute } from "@tanstack/react-router";

/** The two ends that features hang their routes on; the app gives them their components. */
export const rootRoute = createRootRoute();
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: "shell" });
