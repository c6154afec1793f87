import { SettleMatterDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import type { MatterDialogProps } from "./matter.ts";
import { MethodField } from "./method-field.tsx";
import { OutcomeFields, type OutcomeValues } from "./outcome-fields.tsx";

export function SettleMatterDialog({ matter, open, onClose }: MatterDialogProps) {
  const { t } = useTranslation("work");
  const [settleMatter] = useCommand(SettleMatterDocument);
  const { id, version, title } = matter;
  return (
    <FormDialog<OutcomeValues>
      title={t("deedTitle", { deed: t("matter.settle"), title })}
      open={open}
      onClose={onClose}
      onSubmit={async (values) => (await settleMatter({ id, expectedVersion: version, ...values })).problem}
      okText={t("matter.settle")}
    >
      <OutcomeFields />
      {matter.kind === "DISPUTE" ? <MethodField /> : null}
    </FormDialog>
  );
}
