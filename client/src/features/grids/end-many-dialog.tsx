import { AssignmentsToEndDocument, type Duty, EndAssignmentsDocument } from "@maple-bridge/schema/documents";
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { today } from "../../lib/dates.ts";
import { duties } from "../../lib/glossary.ts";
import { type Problem, problemOf } from "../../lib/problem.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { type Answer, type ManyDialogProps, type ManyRow, sendAll } from "../../ui/bulk/many.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { instantOf } from "../../lib/moments.ts";

interface Values {
  duty: Duty;
  at: string;
  reason?: string;
}

interface EndManyDialogProps extends Omit<ManyDialogProps, "onAnswers"> {
  /** The answers are about the assignments, and not about the grids. */
  onAnswers: (answers: readonly Answer[], ended: readonly ManyRow[]) => void;
}

/** Ends who holds a duty at the grids on a day, each with an answer. */
export function EndManyDialog({ rows: grids, open, onClose, onAnswers }: EndManyDialogProps) {
  const { t } = useTranslation(["grids", "bulk", "words"]);
  const [endAssignments] = useCommand(EndAssignmentsDocument);
  const load = useHolding();
  async function submit({ duty, at: day, reason }: Values) {
    const at = instantOf(day);
    const { rows, problem } = await load(grids, duty, at ?? new Date().toISOString());
    if (problem) return problem;
    if (rows.length === 0) return { code: "NONE", message: t("bulk:grids.endNone"), faults: [] };
    return sendAll(
      { rows, onAnswers: (answers) => onAnswers(answers, rows) },
      (some) => endAssignments({ ...some, at, reason: reason || undefined }),
      (data) => data.endAssignments,
    );
  }
  return (
    <FormDialog<Values>
      title={t("bulk:grids.endTitle", { count: grids.length })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("end.ok")}
      initialValues={{ at: today() }}
    >
      <Form.Item name="duty" label={t("many.duty")} extra={t("bulk:grids.endNote")} rules={[{ required: true }]}>
        <Select autoFocus options={duties.map((value) => ({ value, label: t(`words:duty.${value}`) }))} />
      </Form.Item>
      <Form.Item name="at" label={t("end.at")} extra={t("end.atHint")} rules={[{ required: true }]}>
        <DayField allowClear={false} />
      </Form.Item>
      <ReasonField />
    </FormDialog>
  );
}

const atOnce = 100;

/** Who holds the duty at the grids at the moment, by as many reads as it takes; those that the viewer may not end are left out. */
function useHolding() {
  const client = useClient();
  const { t } = useTranslation("grids");
  return async (grids: readonly ManyRow[], duty: Duty, at: string): Promise<{ rows: ManyRow[]; problem?: Problem }> => {
    const rows: ManyRow[] = [];
    for (let from = 0; from < grids.length; from += atOnce) {
      const gridIds = grids.slice(from, from + atOnce).map(({ id }) => id);
      let after: string | null | undefined;
      do {
        const variables = { filter: { gridIds, duty, at }, after };
        const asked = await client.query(AssignmentsToEndDocument, variables, { requestPolicy: "network-only" });
        const page = asked.data?.assignments;
        if (!page) return { rows, problem: problemOf(asked.error) };
        for (const { grid, member, ...row } of page.nodes)
          if (may(row, "END_ASSIGNMENT"))
            rows.push({
              ...row,
              name: `${grid.name} ${member ? `${member.name} ${member.badge}` : t("seat.outOfSight")}`,
            });
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      } while (after);
    }
    return { rows };
  };
}
