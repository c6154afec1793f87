import { DeclineHandoverDocument, WithdrawHandoverDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../form-dialog.tsx";
import { WhyField } from "./why-field.tsx";

interface DialogProps {
  id: string;
  /** By the taker, or by who gives. */
  way: "decline" | "withdraw";
  open: boolean;
  onClose: () => void;
}

const documents = { decline: DeclineHandoverDocument, withdraw: WithdrawHandoverDocument } as const;

/** Calls a handover off, with a reason: nothing moves. */
export function EndHandoverDialog({ id, way, open, onClose }: DialogProps) {
  const { t } = useTranslation("work");
  const [end] = useCommand<object, { id: string; reason: string; idempotencyKey: string }>(documents[way]);
  return (
    <FormDialog<{ reason: string }>
      title={t(`handover.${way}`)}
      open={open}
      onClose={onClose}
      onSubmit={async ({ reason }) => (await end({ id, reason })).problem}
      okText={t(`handover.${way}`)}
    >
      <WhyField required />
    </FormDialog>
  );
}
