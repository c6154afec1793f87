import { type AccountRowFragment, RevokeRoleDocument, type RoleFieldsFragment } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { Section } from "../../ui/section.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { GrantRoleDialog } from "./grant-role-dialog.tsx";

export function AccountRoles({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation(["accounts", "words"]);
  const [isGranting, setGranting] = useState(false);
  const revoke = useRevoke(account.displayName);
  return (
    <Section
      title={t("role.many")}
      actions={
        may(account, "MANAGE_ROLES") ? (
          <Button size="small" onClick={() => setGranting(true)}>
            {t("role.grant")}
          </Button>
        ) : undefined
      }
    >
      {account.roles.length === 0 ? <p className="note">{t("role.noneNote")}</p> : null}
      <ul className="account-lines">
        {account.roles.map((grant) => (
          <li key={grant.id}>
            <span>{t(`words:role.${grant.role}`)}</span>
            <span className="note">{grant.unitName}</span>
            {may(grant, "MANAGE_ROLES") ? (
              <Button size="small" onClick={() => void revoke(grant)}>
                {t("role.revoke")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <GrantRoleDialog accountId={account.id} open={isGranting} onClose={() => setGranting(false)} />
    </Section>
  );
}

function useRevoke(name: string) {
  const { t } = useTranslation(["accounts", "words"]);
  const confirmed = useConfirmed();
  const [revokeRole] = useCommand(RevokeRoleDocument);
  return async ({ id, role, unitName }: RoleFieldsFragment) => {
    const title = t("role.revokeTitle", { name, role: t(`words:role.${role}`), unit: unitName });
    const question = { title, content: t("role.revokeNote"), okText: t("role.revoke"), danger: true };
    await confirmed(question, () => revokeRole({ id }));
  };
}
