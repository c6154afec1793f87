import { AccountsDocument } from "@maple-bridge/schema/documents";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useAccountColumns } from "./account-columns.tsx";
import { AccountDrawer } from "./account-drawer.tsx";
import { CreateAccountDialog } from "./create-account-dialog.tsx";
import { FirstPasswordDialog, type HandedPassword } from "./first-password-dialog.tsx";
import { PendingConsents } from "./pending-consents.tsx";
import { accountsRoute, type AccountSearch, accountStates, roles } from "./routes.tsx";
import "./accounts.css";

export function AccountsPage() {
  const { t } = useTranslation(["accounts", "shell"]);
  const search = accountsRoute.useSearch();
  const { patch, refine, open, close } = usePatch<AccountSearch>();
  const viewer = useViewer();
  const columns = useAccountColumns();
  const [isMaking, setMaking] = useState(false);
  const [handed, setHanded] = useState<HandedPassword>();
  const { data, problem, retry, refreshing } = useRead(AccountsDocument, {
    ...pageOf(search),
    filter: { search: search.q, role: search.role, disabled: search.state && search.state === "disabled" },
    orderBy: search.sort ?? "DISPLAY_NAME",
    direction: search.down ? "DESC" : "ASC",
  });
  const page = data?.accounts;
  return (
    <>
      <PageHeader
        title={t("shell:page.accounts.title")}
        note={t("account.note")}
        actions={
          may(viewer, "MANAGE_ACCOUNTS") ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t("account.create")}
            </Button>
          ) : undefined
        }
      />
      {may(viewer, "SEE_ACCOUNTS") ? <PendingConsents onHanded={setHanded} /> : null}
      <AccountFilters />
      <DataTable
        label={t("shell:page.accounts.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("account.none")}>{t("account.noneHint")}</EmptyNote>}
        sorting={{ sort: search.sort, down: search.down, onSort: refine }}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
        openId={search.open}
        onOpen={({ id }) => open({ open: id })}
      />
      <AccountDrawer id={search.open} onClose={() => close("open")} onHanded={setHanded} />
      <CreateAccountDialog open={isMaking} onClose={() => setMaking(false)} onHanded={setHanded} />
      <FirstPasswordDialog handed={handed} onClose={() => setHanded(undefined)} />
    </>
  );
}

function AccountFilters() {
  const { t } = useTranslation(["accounts", "words"]);
  const search = accountsRoute.useSearch();
  const { refine } = usePatch<AccountSearch>();
  return (
    <FilterBar label={t("filter")}>
      <SearchField label={t("account.search")} value={search.q} onSearch={(q) => refine({ q })} />
      <Select
        aria-label={t("role.one")}
        placeholder={t("role.one")}
        allowClear
        style={{ width: 160 }}
        value={search.role}
        onChange={(role) => refine({ role })}
        options={roles.map((role) => ({ value: role, label: t(`words:role.${role}`) }))}
      />
      <Select
        aria-label={t("account.state")}
        placeholder={t("account.state")}
        allowClear
        style={{ width: 120 }}
        value={search.state}
        onChange={(state) => refine({ state })}
        options={accountStates.map((state) => ({ value: state, label: t(`account.${state}`) }))}
      />
    </FilterBar>
  );
}
