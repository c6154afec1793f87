import type { AddressInput } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { type AddressValues, addressOf, placesOf } from "../../ui/work/address.ts";
import { AddressFields } from "../../ui/work/address-fields.tsx";
import { WhyField } from "../../ui/work/why-field.tsx";

export interface Readdressing {
  to: AddressInput;
  reason?: string;
}

interface DialogProps {
  open: boolean;
  count: number;
  onClose: () => void;
  onSubmit: (readdressing: Readdressing) => Promise<Problem | undefined>;
}

export function BulkReaddressDialog({ open, count, onClose, onSubmit }: DialogProps) {
  const { t } = useTranslation("work");
  return (
    <FormDialog<AddressValues & { reason?: string }>
      title={t("bulk.deed", { deed: t("deed.readdress"), count })}
      open={open}
      onClose={onClose}
      onSubmit={({ reason, ...address }) => onSubmit({ to: addressOf(address), reason })}
      okText={t("deed.readdress")}
    >
      <AddressFields places={placesOf.TASK} />
      <WhyField />
    </FormDialog>
  );
}
