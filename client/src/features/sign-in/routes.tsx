import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../lib/routes.ts";
import { flagOf, type RawSearch, textOf } from "../../lib/url-state.ts";

interface DoorSearch {
  /** Where to go afterwards: a path of this site only. */
  back?: string;
  /** A first password, which must be changed before anything else. */
  first?: true;
}

const validateSearch = (raw: RawSearch): DoorSearch => {
  const back = textOf(raw["back"]);
  return { back: back && /^\/(?![/\\])/.test(back) ? back : undefined, first: flagOf(raw["first"]) };
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
