import { ViewerDocument } from "@maple-bridge/schema/documents";
import { useEffect, useMemo } from "react";
import { listenToServer } from "./server-events.ts";
import { useRead } from "./use-read.ts";
import type { Viewer } from "./viewer.tsx";
import { knowOwner, tellOfComing, useStanding } from "./whose.ts";

const doors = new Set(["UNAUTHENTICATED", "PASSWORD_CHANGE_REQUIRED"]);

/** Who is signed in, once it is known; what else went wrong than what leads to a door. */
export function useWhole() {
  const read = useRead(ViewerDocument, {});
  const { viewer, bureau } = read.data ?? {};
  const whole = useMemo<Viewer | undefined>(() => viewer && bureau && { ...viewer, bureau }, [viewer, bureau]);
  const problem = read.problem && !doors.has(read.problem.code) ? read.problem : undefined;
  return { whole, problem, retry: read.retry };
}

/** While its owner is there a page hears what changes; other tabs hear who came. */
export function usePresence(viewer: Viewer) {
  const standing = useStanding();
  useEffect(() => (standing === "own" ? listenToServer(viewer.id) : undefined), [standing, viewer.id]);
  useEffect(() => knowOwner(`${viewer.displayName} ${viewer.name}`), [viewer]);
  useEffect(tellOfComing, []);
  return standing;
}
