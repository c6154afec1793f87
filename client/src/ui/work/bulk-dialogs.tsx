import type { AddressInput } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { FormDialog } from "../form-dialog.tsx";
import { type AddressValues, addressOf, placesOf } from "./address.ts";
import { AddressFields } from "./address-fields.tsx";
import { WhyField } from "./why-field.tsx";

export interface Readdressing {
  to: AddressInput;
  reason?: string;
}

interface DialogProps<Given> {
  open: boolean;
  count: number;
  onClose: () => void;
  onSubmit: (given: Given) => Promise<Problem | undefined>;
}

export function BulkReaddressDialog({ open, count, onClose, onSubmit }: DialogProps<Readdressing>) {
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

/** One reason for all of them. */
export function BulkReturnDialog({ open, count, onClose, onSubmit }: DialogProps<{ reason: string }>) {
  const { t } = useTranslation("work");
  return (
    <FormDialog<{ reason: string }>
      title={t("bulk.deed", { deed: t("deed.return"), count })}
      open={open}
      onClose={onClose}
      onSubmit={onSubmit}
      okText={t("deed.return")}
    >
      <WhyField required />
    </FormDialog>
  );
}
