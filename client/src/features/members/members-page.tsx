import { PlusOutlined } from "@ant-design/icons";
import { MembersDocument } from "@maple-bridge/schema/documents";
import { getRouteApi } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ColumnChoice, useColumnChoice } from "../../ui/column-choice.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useAnyUnit } from "../../ui/use-units.ts";
import { Watermark } from "../../ui/watermark.tsx";
import { CreateMemberDialog } from "./create-member-dialog.tsx";
import { MemberDrawer } from "./member-drawer.tsx";
import { takesMembers } from "./member-fields.tsx";
import { MemberFilters } from "./member-filters.tsx";
import { type MembersSearch, variablesOf } from "./members-search.ts";
import { NoMembers } from "./no-members.tsx";
import { useMemberColumns, usualColumns } from "./use-member-columns.tsx";
import "./members.css";

const route = getRouteApi("/shell/members");

/** Who is on the strength, where they are, and how much each answers for. */
export function MembersPage() {
  const { t } = useTranslation(["members", "shell"]);
  const search = route.useSearch();
  const { patch, refine, open, close } = usePatch<MembersSearch>();
  const { bureau } = useViewer();
  const [creating, setCreating] = useState(false);
  const { data, problem, retry, refreshing } = useRead(MembersDocument, variablesOf(search));
  const [columns, choice] = useColumnChoice("members", useMemberColumns(), usualColumns);
  const mayCreate = useAnyUnit(takesMembers, !may(bureau, "MANAGE_MEMBERS"));
  const create = () => setCreating(true);
  const page = data?.members;
  return (
    <Watermark>
      <PageHeader
        title={t("shell:page.members.title")}
        note={t("note")}
        actions={
          <>
            <ColumnChoice {...choice} />
            {mayCreate ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={create}>
                {t("create")}
              </Button>
            ) : null}
          </>
        }
      />
      <MemberFilters search={search} refine={refine} />
      <DataTable
        label={t("shell:page.members.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<NoMembers search={search} refine={refine} onCreate={mayCreate ? create : undefined} />}
        sorting={{ sort: search.sort, down: search.down, onSort: refine }}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
        openId={search.open}
        onOpen={({ id }) => open({ open: id })}
      />
      <MemberDrawer id={search.open} onClose={() => close("open")} />
      <CreateMemberDialog
        open={creating}
        onClose={() => setCreating(false)}
        onMade={(id) => open({ open: id })}
        unitOf={search.unit}
      />
    </Watermark>
  );
}
