import { SignOutDocument } from "@maple-bridge/schema/documents";
import { signInAddress } from "./doors.ts";
import { leaveFor } from "./leave.ts";
import { forgetTabs } from "./page-tabs.ts";
import type { Problem } from "./problem.ts";
import { forgetOpened } from "./recent.ts";
import { useCommand } from "./use-command.ts";
import { tellOfLeaving, untilOver } from "./whose.ts";

/** Ends the session and leads to the door, or gives back why it could not. */
export function useSignOut() {
  const [signOut] = useCommand(SignOutDocument);
  return async (): Promise<Problem | undefined> => {
    // A session that is over already is not begun anew to be ended.
    const { problem } = await Promise.race([signOut({}), untilOver().then(() => ({ problem: undefined }))]);
    if (problem && problem.code !== "UNAUTHENTICATED") return problem;
    forgetOpened();
    forgetTabs();
    tellOfLeaving();
    leaveFor(signInAddress());
    return undefined;
  };
}
