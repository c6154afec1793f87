import { IssueOrderDocument, type RegisterMatterMutation } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { OrderFields, orderOf, type OrderValues } from "./order-fields.tsx";

/** What an order is issued about. */
export type OrderedMatter = Pick<RegisterMatterMutation["registerMatter"], "id" | "title" | "urgency" | "grid">;

interface IssueOrderDialogProps {
  /** The dialog is open while there is one. */
  matter: OrderedMatter | undefined;
  onClose: () => void;
  onIssued?: (id: string) => void;
}

/** An order about a matter; it begins with the matter's place and urgency. */
export function IssueOrderDialog({ matter, onClose, onIssued }: IssueOrderDialogProps) {
  const { t } = useTranslation("work");
  const [issueOrder] = useCommand(IssueOrderDocument);
  const [kept, setKept] = useState(matter);
  if (matter && matter !== kept) setKept(matter);
  if (!kept) return null;
  const { id: matterId, title, urgency, grid } = kept;
  async function submit(values: OrderValues) {
    const { order, to } = orderOf(values);
    const { data, problem } = await issueOrder({ matterId, ...order, to: [to] });
    if (!data) return problem;
    const [issued] = data.issueOrder;
    sayDone(t("done", { deed: t("order.issue"), number: issued!.number }));
    onIssued?.(issued!.id);
    return undefined;
  }
  return (
    <FormDialog<OrderValues>
      key={matterId}
      title={t("deedTitle", { deed: t("order.create"), title })}
      open={matter !== undefined}
      onClose={onClose}
      onSubmit={submit}
      okText={t("order.issue")}
      width={640}
      initialValues={{ orderKind: "COMMUNITY", gridId: grid?.id, urgency }}
    >
      <OrderFields grid={grid} />
    </FormDialog>
  );
}
