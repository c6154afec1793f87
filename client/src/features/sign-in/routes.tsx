import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../lib/routes.ts";
import { type RawSearch, textOf } from "../../lib/url-state.ts";

/** Where to go afterwards: a path of this site only. */
const validateSearch = (raw: RawSearch): { back?: string } => {
  const back = textOf(raw["back"]);
  return back && /^\/(?![/\\])/.test(back) ? { back } : {};
};

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch,
  component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
});

export const changePasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/change-password",
  validateSearch,
  component: lazyRouteComponent(() => import("./change-password-page.tsx"), "ChangePasswordPage"),
});

export const signInRoutes = [signInRoute, changePasswordRoute] as const;
