import { WorkToHandOverDocument } from "@maple-bridge/schema/documents";
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { dueText } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";

interface ChoicesProps {
  giverId: string;
  takerId: string;
  /** From the form item that it stands in; all of them without. */
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
}

/** What the giver has that the taker may take over, all of it ticked at first. */
export function HandoverChoices({ giverId, takerId, value, onChange }: ChoicesProps) {
  const { t } = useTranslation("work");
  const read = useRead(WorkToHandOverDocument, { giverId, takerId });
  return (
    <AwaitData read={read} rows={3}>
      {({ workToHandOver: { nodes, totalCount } }) => {
        const chosen = value ?? nodes.map(({ id }) => id);
        const toggle = (id: string, isChosen: boolean) =>
          onChange?.(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
        if (nodes.length === 0) return <p className="note">{t("handover.nothing")}</p>;
        return (
          <>
            <p className="note">{t("handover.chosen", { count: chosen.length, all: totalCount })}</p>
            <ul className="work-hand-over">
              {nodes.map(({ id, number, title, nextDueAt }) => (
                <li key={id}>
                  <Checkbox checked={chosen.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
                    {title} <span className="note numeric">{number}</span>
                    {nextDueAt ? <span className="note"> {`${t("dueLabel")} ${dueText(nextDueAt)}`}</span> : null}
                  </Checkbox>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </AwaitData>
  );
}
