import { ReturnLineDocument } from "@maple-bridge/schema/documents";
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";
import type { Line } from "./columns.ts";
import type { WeekOf } from "./use-review-deeds.ts";
import { lastDayOf, thisWeek, weekAfter } from "./weeks.ts";

interface Values {
  reason: string;
  dueOn?: string;
}

interface ReturnLineDialogProps {
  of: WeekOf;
  line: Line | undefined;
  onClose: () => void;
  onDone: (line: Line) => void;
}

/** With what is missing, and by when it is due again. */
export function ReturnLineDialog({ of, line, onClose, onDone }: ReturnLineDialogProps) {
  const { t } = useTranslation("review");
  const [returnLine] = useCommand(ReturnLineDocument);
  async function submit({ reason, dueOn }: Values) {
    if (!line) return undefined;
    const { problem } = await returnLine({
      ...of,
      line: { key: line.key, expectedVersion: line.item?.version },
      reason,
      dueOn: dueOn ?? null,
    });
    if (!problem) onDone(line);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("return.title", { title: line?.title })}
      open={line !== undefined}
      onClose={onClose}
      onSubmit={submit}
      okText={t("return.ok")}
      initialValues={{ dueOn: usualDueOn(of.week) }}
    >
      <p className="note">{t(line?.item ? "return.note" : "return.noteTask")}</p>
      <WhyField label={t("return.reason")} required />
      <Form.Item name="dueOn" label={t("return.dueOn")}>
        <DayField first={today()} allowClear={false} />
      </Form.Item>
    </FormDialog>
  );
}

/** The end of the week after, or of this one where that is over. */
function usualDueOn(week: string) {
  const [next, now] = [lastDayOf(weekAfter(week, 1)), lastDayOf(thisWeek())];
  return next > now ? next : now;
}
