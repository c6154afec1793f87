import { AccountDetailsDocument, type AccountDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { NodeName } from "../../ui/node-name.tsx";
import { AccountActions } from "./account-actions.tsx";
import { AccountLight } from "./account-light.tsx";
import { AccountRoles } from "./account-roles.tsx";
import { AccountSessions } from "./account-sessions.tsx";
import { AccountTokens } from "./account-tokens.tsx";
import type { HandedPassword } from "./first-password-dialog.tsx";

interface AccountDrawerProps {
  id: string | undefined;
  onClose: () => void;
  onHanded: (handed: HandedPassword) => void;
}

export function AccountDrawer({ id, onClose, onHanded }: AccountDrawerProps) {
  const { t } = useTranslation("accounts");
  return (
    <DetailsDrawer
      open={id}
      onClose={onClose}
      read={useRead(AccountDetailsDocument, { id: id ?? "" }, id === undefined)}
      find={({ account }) => account}
      renderTitle={({ displayName }) => displayName}
      one={t("account.one")}
      gone={t("account.gone")}
    >
      {(account) => (
        <>
          <AccountActions account={account} onHanded={onHanded} />
          <AccountFacts account={account} />
          <AccountRoles account={account} />
          <AccountSessions account={account} />
          <AccountTokens account={account} />
          <ChangeList changes={account.history} />
        </>
      )}
    </DetailsDrawer>
  );
}

function AccountFacts({ account }: { account: NonNullable<AccountDetailsQuery["account"]> }) {
  const { t } = useTranslation("accounts");
  return (
    <Details
      items={[
        { label: t("account.state"), value: <AccountLight account={account} /> },
        { label: t("account.signInName"), value: account.signInName },
        {
          label: t("account.member"),
          value: account.memberId ? <NodeName id={account.memberId} /> : t("account.nobody"),
        },
        { label: t("account.lastSignIn"), value: <DateText value={account.lastSignInAt} minutes /> },
        { label: t("account.created"), value: <DateText value={account.createdAt} /> },
      ]}
    />
  );
}
