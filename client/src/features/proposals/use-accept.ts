import { AssignMembersDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce, everything } from "../../lib/changes.ts";
import { startOfDay, today } from "../../lib/dates.ts";
import { tellDone } from "../../lib/done.ts";
import type { Problem } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import type { Accepted } from "./proposal.ts";

/** What came of the last attempt that was refused: of each that stood in the way, why. */
export interface Refused {
  problem: Problem;
  answers: readonly { proposal: Accepted; message: string }[];
}

/** Assigns as proposed, one or many by the same command: all of them, or none and what stands in the way of which. */
export function useAccept(at: string | undefined) {
  const { t } = useTranslation(["undo", "words"]);
  const [assignMembers, isBusy] = useCommand(AssignMembersDocument);
  const [refused, setRefused] = useState<Refused>();
  const from = at && at !== today() ? startOfDay(at) : undefined;

  async function accept(proposals: readonly Accepted[]) {
    setRefused(undefined);
    const assignments = proposals.map(({ grid, duty, member, until }) => ({
      gridId: grid.id,
      duty,
      memberId: member.id,
      from,
      to: until ?? undefined,
      onlyIfVacant: true,
    }));
    const { data, problem } = await assignMembers({ assignments });
    if (!data) {
      setRefused({ problem, answers: answersOf(problem, proposals) });
      announce({ types: [everything] });
      return false;
    }
    const [only] = proposals;
    tellDone({
      text:
        proposals.length === 1 && only
          ? t("assigned", { ...only.member, grid: only.grid.name, duty: t(`words:duty.${only.duty}`) })
          : t("assignedMany", { count: proposals.length }),
      undo: { assignments: data.assignMembers.map(({ id }) => id) },
    });
    return true;
  }
  return { accept, isBusy, refused };
}

function answersOf({ faults }: Problem, proposals: readonly Accepted[]): Refused["answers"] {
  return faults.flatMap(({ path: [, list, row], message }) => {
    const proposal = list === "assignments" && typeof row === "number" ? proposals[row] : undefined;
    return proposal ? [{ proposal, message }] : [];
  });
}
