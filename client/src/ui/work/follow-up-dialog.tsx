import { FollowUpWorkDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { DeedDialog, type DeedProps } from "./deed-dialog.tsx";
import { OrderFields, orderOf, type OrderValues } from "./order-fields.tsx";
import { WhyField } from "./why-field.tsx";

/** Closes the order and issues the next, in one; the next begins with the place and kind of this one. */
export function FollowUpDialog(props: DeedProps) {
  const { t } = useTranslation("work");
  const { id, version, orderKind, grid, duty, urgency } = props.item;
  return (
    <DeedDialog
      {...props}
      width={640}
      document={FollowUpWorkDocument}
      inputOf={({ reason, ...values }: OrderValues & { reason?: string }) => {
        const { order, to } = orderOf(values);
        return { id, expectedVersion: version, reason, ...order, to };
      }}
      initialValues={{
        orderKind: orderKind ?? "COMMUNITY",
        gridId: grid?.id,
        ...(duty ? { duty } : {}),
        urgency,
      }}
    >
      <OrderFields grid={grid} />
      <WhyField label={t("found")} />
    </DeedDialog>
  );
}
