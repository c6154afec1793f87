import { type BulkStep, StepWorkItemsDocument, type StepWorkItemsMutation } from "@maple-bridge/schema/documents";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirmed } from "../use-confirmed.ts";
import { BulkReaddressDialog, BulkReturnDialog, type Readdressing } from "./bulk-dialogs.tsx";
import "./work.css";

type Answer = StepWorkItemsMutation["stepWorkItems"][number];

const actions = { URGE: "URGE_WORK", READDRESS: "READDRESS_WORK", CLOSE: "CLOSE_WORK", RETURN: "RETURN_WORK" } as const;
const words = { URGE: "urge", READDRESS: "readdress", CLOSE: "close", RETURN: "return" } as const;
type Step = keyof typeof actions;
const asksMore: ReadonlySet<Step> = new Set(["READDRESS", "RETURN"]);

interface BulkBarProps {
  rows: readonly { id: string; version: number; viewerMay: readonly string[] }[];
  /** That the page is about. */
  steps: readonly Step[];
  onDone: () => void;
}

/** One step for all rows that are ticked and allow it; each gets an answer of its own. */
export function BulkBar({ rows, steps, onDone }: BulkBarProps) {
  const { t } = useTranslation("work");
  const confirmed = useConfirmed();
  const [stepWorkItems, running] = useCommand(StepWorkItemsDocument);
  const [answers, setAnswers] = useState<{ step: Step; of: readonly Answer[] }>();
  const [filledIn, setFilledIn] = useState<Step>();
  const able = (step: Step) => rows.filter((row) => may(row, actions[step]));

  async function take(step: Step, more: { to?: Readdressing["to"]; reason?: string } = {}) {
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
    <div className="work-bulk">
      {rows.length > 0 ? (
        <span className="work-bulk-steps">
          {t("bulk.ticked", { count: rows.length })}
          {steps
            .filter((step) => able(step).length > 0)
            .map((step) => (
              <Button
                key={step}
                size="small"
                loading={running}
                onClick={() => (asksMore.has(step) ? setFilledIn(step) : void ask(step))}
              >
                {t("bulk.deed", { deed: t(`deed.${words[step]}`), count: able(step).length })}
              </Button>
            ))}
        </span>
      ) : null}
      {answers ? <Answers {...answers} onClose={() => setAnswers(undefined)} /> : null}
      <BulkReaddressDialog
        open={filledIn === "READDRESS"}
        count={able("READDRESS").length}
        onClose={() => setFilledIn(undefined)}
        onSubmit={async (to) => (await take("READDRESS", to)).problem}
      />
      <BulkReturnDialog
        open={filledIn === "RETURN"}
        count={able("RETURN").length}
        onClose={() => setFilledIn(undefined)}
        onSubmit={async (why) => (await take("RETURN", why)).problem}
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
