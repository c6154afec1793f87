import {
  type BulkStep,
  StepWorkItemsDocument,
  type StepWorkItemsMutation,
  type WorkItemsQuery,
} from "@maple-bridge/schema/documents";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { BulkReaddressDialog, type Readdressing } from "./bulk-readdress-dialog.tsx";

export type Row = WorkItemsQuery["workItems"]["nodes"][number];
type Answer = StepWorkItemsMutation["stepWorkItems"][number];

const steps = { URGE: "URGE_WORK", READDRESS: "READDRESS_WORK", CLOSE: "CLOSE_WORK" } as const;
const words = { URGE: "urge", READDRESS: "readdress", CLOSE: "close" } as const;
type Step = keyof typeof steps;

interface BulkBarProps {
  rows: readonly Row[];
  onDone: () => void;
}

/** One step for all rows that are ticked and allow it; each gets an answer of its own. */
export function BulkBar({ rows, onDone }: BulkBarProps) {
  const { t } = useTranslation("work");
  const confirmed = useConfirmed();
  const [stepWorkItems, running] = useCommand(StepWorkItemsDocument);
  const [answers, setAnswers] = useState<{ step: Step; of: readonly Answer[] }>();
  const [readdressing, setReaddressing] = useState(false);
  const able = (step: Step) => rows.filter((row) => may(row, steps[step]));

  async function take(step: Step, more: Partial<Readdressing> = {}) {
    const outcome = await stepWorkItems({
      step: step satisfies BulkStep,
      mode: "THOSE_THAT_CAN",
      items: able(step).map(({ id, version }) => ({ id, expectedVersion: version })),
      ...more,
    });
    if (outcome.data) {
      setAnswers({ step, of: outcome.data.stepWorkItems });
      onDone();
    }
    return outcome;
  }
  const ask = (step: Step) =>
    confirmed(
      {
        title: t("bulk.ask", { deed: t(`deed.${words[step]}`), count: able(step).length }),
        okText: t(`deed.${words[step]}`),
      },
      () => take(step),
    );
  return (
    <div className="dispatch-bulk">
      {rows.length > 0 ? (
        <span className="dispatch-steps">
          {t("bulk.ticked", { count: rows.length })}
          {(Object.keys(steps) as Step[])
            .filter((step) => able(step).length > 0)
            .map((step) => (
              <Button
                key={step}
                size="small"
                loading={running}
                onClick={() => (step === "READDRESS" ? setReaddressing(true) : void ask(step))}
              >
                {t("bulk.deed", { deed: t(`deed.${words[step]}`), count: able(step).length })}
              </Button>
            ))}
        </span>
      ) : null}
      {answers ? <Answers {...answers} onClose={() => setAnswers(undefined)} /> : null}
      <BulkReaddressDialog
        open={readdressing}
        count={able("READDRESS").length}
        onClose={() => setReaddressing(false)}
        onSubmit={async (to) => (await take("READDRESS", to)).problem}
      />
    </div>
  );
}

function Answers({ step, of, onClose }: { step: Step; of: readonly Answer[]; onClose: () => void }) {
  const { t } = useTranslation("work");
  const refused = of.filter(({ isDone }) => !isDone);
  const deed = t(`deed.${words[step]}`);
  return (
    <Alert
      type={refused.length > 0 ? "warning" : "success"}
      role="status"
      closable={{ onClose }}
      title={t("bulk.done", { deed, count: of.length - refused.length, refused: refused.length })}
      description={
        <ul className="plain">
          {of.map(({ id, number, isDone, message }) => (
            <li key={id}>
              <span className="numeric">{number ?? id}</span> {isDone ? deed : message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
