import { RequestConsentDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { sayDone } from "../../lib/telling.ts";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { ConsentReason } from "./consent-reason.tsx";

interface DialogProps {
  account: { id: string; displayName: string };
  open: boolean;
  onClose: () => void;
}

/** A new first password for an administrator or auditor: another administrator confirms it and hands it over. */
export function AskResetDialog({ account: { id, displayName }, open, onClose }: DialogProps) {
  const { t } = useTranslation("accounts");
  const [requestConsent] = useCommand(RequestConsentDocument);
  async function submit({ reason }: { reason: string }) {
    const { problem } = await requestConsent({ kind: "RESET_PASSWORD", accountId: id, reason });
    if (!problem) sayDone(t("consent.asked"));
    return problem;
  }
  return (
    <FormDialog
      title={t("account.resetTitle", { name: displayName })}
      open={open}
      onClose={onClose}
      okText={t("consent.ask")}
      onSubmit={submit}
    >
      <p className="note">{t("consent.resetNote")}</p>
      <ConsentReason />
    </FormDialog>
  );
}
