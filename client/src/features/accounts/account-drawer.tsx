import { AccountDetailsDocument, type AccountDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { NodeName } from "../../ui/node-name.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
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
  const read = useRead(AccountDetailsDocument, { id: id ?? "" }, id === undefined);
  const account = read.data?.account?.id === id ? read.data?.account : undefined;
  return (
    <SideDrawer open={id} title={account?.displayName ?? t("account.one")} onClose={onClose}>
      <AwaitData read={read}>
        {({ account: found }) =>
          found ? (
            <>
              {may(found, "MANAGE_ACCOUNTS") ? <AccountActions account={found} onHanded={onHanded} /> : null}
              <AccountFacts account={found} />
              <AccountRoles account={found} />
              <AccountSessions account={found} />
              <AccountTokens account={found} />
              <ChangeList changes={found.history} />
            </>
          ) : (
            <EmptyNote title={t("account.gone")} />
          )
        }
      </AwaitData>
    </SideDrawer>
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
