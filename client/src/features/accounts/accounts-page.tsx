import { AccountsDocument } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { orderOf, pageOf } from "../../lib/list-state.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { seek } from "../../ui/list-page/filter-fields.tsx";
import { ListPage } from "../../ui/list-page/list-page.tsx";
import { useListed } from "../../ui/list-page/use-listed.ts";
import { useAccountColumns } from "./account-columns.tsx";
import { FirstPasswordDialog, type HandedPassword } from "./first-password-dialog.tsx";
import { PendingConsents } from "./pending-consents.tsx";
import { accountsRoute, accountStates, roles } from "./routes.tsx";
import "./accounts.css";

const AccountDrawer = lazily(() => import("./account-drawer.tsx"), "AccountDrawer");
const CreateAccountDialog = lazily(() => import("./create-account-dialog.tsx"), "CreateAccountDialog");

export function AccountsPage() {
  const { t } = useTranslation(["accounts", "words"]);
  const search = accountsRoute.useSearch();
  const viewer = useViewer();
  const [handed, setHanded] = useState<HandedPassword>();
  const variables = {
    ...pageOf(search),
    ...orderOf(search, "DISPLAY_NAME"),
    filter: { search: search.q, role: search.role, disabled: search.state && search.state === "disabled" },
  };
  const roleChoices = roles.map((value) => ({ value, label: t(`words:role.${value}`) }));
  const stateChoices = accountStates.map((value) => ({ value, label: t(`account.${value}`) }));
  return (
    <ListPage
      page="accounts"
      note={t("account.note")}
      search={search}
      list={useListed(AccountsDocument, variables, ({ accounts }) => accounts)}
      columns={useAccountColumns()}
      above={may(viewer, "SEE_ACCOUNTS") ? <PendingConsents onHanded={setHanded} /> : undefined}
      filters={{
        q: seek(t("account.search")),
        role: choice(t("role.one"), roleChoices, { width: 160 }),
        state: choice(t("account.state"), stateChoices, { width: 120 }),
      }}
      empty={{ none: t("account.none"), hint: t("account.noneHint") }}
      creations={[
        {
          text: t("account.create"),
          may: may(viewer, "MANAGE_ACCOUNTS"),
          renderDialog: (dialog) => <CreateAccountDialog {...dialog} onHanded={setHanded} />,
        },
      ]}
      renderDrawer={(drawer) => <AccountDrawer {...drawer} onHanded={setHanded} />}
    >
      <FirstPasswordDialog handed={handed} onClose={() => setHanded(undefined)} />
    </ListPage>
  );
}
