import {
  type AccountRowFragment,
  DisableAccountDocument,
  EnableAccountDocument,
  ResetPasswordDocument,
  UnlockAccountDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { AskResetDialog } from "./ask-reset-dialog.tsx";
import type { HandedPassword } from "./first-password-dialog.tsx";
import { UpdateAccountDialog } from "./update-account-dialog.tsx";

interface AccountActionsProps {
  account: AccountRowFragment;
  onHanded: (handed: HandedPassword) => void;
}

export function AccountActions({ account, onHanded }: AccountActionsProps) {
  const { t } = useTranslation("accounts");
  const [isUpdating, setUpdating] = useState(false);
  const { resetPassword, disable, enable, unlock } = useAccountCommands(account, onHanded);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="row-actions">
      {may(account, "UPDATE_ACCOUNT") ? <Button onClick={() => setUpdating(true)}>{t("account.update")}</Button> : null}
      {may(account, "UNLOCK_ACCOUNT") ? <Button onClick={() => void unlock()}>{t("account.unlock")}</Button> : null}
      {may(account, "RESET_PASSWORD") ? (
        <Button onClick={() => void resetPassword()}>{t("account.reset")}</Button>
      ) : null}
      {may(account, "REQUEST_CONSENT") ? <Button onClick={() => setAsking(true)}>{t("account.reset")}</Button> : null}
      {may(account, "ENABLE_ACCOUNT") ? <Button onClick={() => void enable()}>{t("account.enable")}</Button> : null}
      {may(account, "DISABLE_ACCOUNT") ? (
        <Button danger onClick={() => void disable()}>
          {t("account.disable")}
        </Button>
      ) : null}
      <AskResetDialog account={account} open={isAsking} onClose={() => setAsking(false)} />
      <UpdateAccountDialog account={account} open={isUpdating} onClose={() => setUpdating(false)} />
    </div>
  );
}

function useAccountCommands({ id, displayName }: AccountRowFragment, onHanded: (handed: HandedPassword) => void) {
  const { t } = useTranslation("accounts");
  const confirm = useConfirm();
  const tell = useTellProblem();
  const [resetPassword] = useCommand(ResetPasswordDocument);
  const [disableAccount] = useCommand(DisableAccountDocument);
  const [enableAccount] = useCommand(EnableAccountDocument);
  const [unlockAccount] = useCommand(UnlockAccountDocument);
  const ask = (deed: "reset" | "disable") =>
    confirm({
      title: t(`account.${deed}Title`, { name: displayName }),
      content: t(`account.${deed}Note`),
      okText: t(`account.${deed}`),
      danger: true,
    });
  return {
    async resetPassword() {
      if (!(await ask("reset"))) return;
      const { data, problem } = await resetPassword({ id });
      if (data) onHanded({ ...data.resetPassword, ...data.resetPassword.account });
      tell(problem);
    },
    async disable() {
      if (await ask("disable")) tell((await disableAccount({ id })).problem);
    },
    enable: async () => tell((await enableAccount({ id })).problem),
    unlock: async () => tell((await unlockAccount({ id })).problem),
  };
}
