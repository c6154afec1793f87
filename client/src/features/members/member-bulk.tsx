import { MembersMatchingDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { problemOf } from "../../lib/problem.ts";
import { may } from "../../lib/viewer.tsx";
import { AllMatching } from "../../ui/bulk/all-matching.tsx";
import { AnswersNote } from "../../ui/bulk/answers-note.tsx";
import type { Answer, ManyRow } from "../../ui/bulk/many.ts";
import { useAtOpening } from "../../ui/use-at-opening.ts";
import { LeaveManyDialog } from "./leave-many-dialog.tsx";
import type { MembersFilter } from "./members-search.ts";

interface MemberBulkProps {
  ticked: readonly ManyRow[];
  total: number;
  filter: MembersFilter;
  onDone: () => void;
}

/** Lets the ticked members leave, or all that the filter finds; each gets an answer of its own. */
export function MemberBulk({ ticked, total, filter, onDone }: MemberBulkProps) {
  const { t } = useTranslation("members");
  const [matching, setMatching] = useState<{ of: string; rows: readonly ManyRow[] }>();
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState<{ rows: readonly ManyRow[]; answers: readonly Answer[] }>();
  const load = useMatching(filter);
  const key = JSON.stringify([filter, ticked.map(({ id }) => id)]);
  const able = (matching?.of === key ? matching.rows : ticked).filter((row) => may(row, "MEMBER_LEAVES"));
  const rows = useAtOpening(able, open);
  return (
    <span className="member-bulk">
      {ticked.length > 0 && able.length > 0 ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("leave.many", { count: able.length })}
        </Button>
      ) : null}
      {ticked.length > 0 && matching?.of !== key && total > ticked.length ? (
        <AllMatching total={total} load={load} onChosen={(all) => setMatching({ of: key, rows: all })} />
      ) : null}
      {answered ? <AnswersNote deed={t("leave.do")} {...answered} onClose={() => setAnswered(undefined)} /> : null}
      <LeaveManyDialog
        rows={rows}
        open={open}
        onClose={() => setOpen(false)}
        onAnswers={(answers) => {
          setAnswered({ rows, answers });
          onDone();
        }}
      />
    </span>
  );
}

function useMatching(filter: MembersFilter) {
  const client = useClient();
  return async (after: string | undefined) => {
    const asked = client.query(MembersMatchingDocument, { filter, after }, { requestPolicy: "network-only" });
    const { data, error } = await asked;
    const page = data?.members;
    return {
      rows: page?.nodes ?? [],
      after: page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined,
      problem: problemOf(error),
    };
  };
}
