import { router } from "./router.ts";

const doors = new Set(["/sign-in", "/change-password"]);

/** Whoever is not signed in goes to sign in and comes back; a first password is changed before anything else. */
export function goWhereRefused(code: string) {
  const { pathname, href } = router.state.location;
  if (doors.has(pathname)) return;
  const back = href === "/" ? undefined : href;
  if (code === "UNAUTHENTICATED") void router.navigate({ to: "/sign-in", search: { back }, replace: true });
  if (code === "PASSWORD_CHANGE_REQUIRED")
    void router.navigate({ to: "/change-password", search: { back, first: true }, replace: true });
}
