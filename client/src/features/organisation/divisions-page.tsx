import { DivisionsDocument } from "@maple-bridge/schema/documents";
import { Button, Checkbox, Select, Tag } from "antd";
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
import { CreateDivisionDialog } from "./create-division-dialog.tsx";
import { useDivisionColumns } from "./division-columns.tsx";
import { DivisionDrawer } from "./division-drawer.tsx";
import { divisionKinds, type DivisionSearch, divisionsRoute } from "./routes.tsx";

export function DivisionsPage() {
  const { t } = useTranslation(["organisation", "shell"]);
  const search = divisionsRoute.useSearch();
  const { patch, refine, open, close } = usePatch<DivisionSearch>();
  const { bureau } = useViewer();
  const [isMaking, setMaking] = useState(false);
  const columns = useDivisionColumns();
  const { data, problem, retry, refreshing } = useRead(DivisionsDocument, {
    ...pageOf(search),
    filter: { search: search.q, kind: search.kind, parentCode: search.within, openOnly: !search.closed },
    orderBy: search.sort ?? "CODE",
    direction: search.down ? "DESC" : "ASC",
  });
  const page = data?.divisions;
  const openOne = (code: string) => open({ open: code });
  return (
    <>
      <PageHeader
        title={t("shell:page.divisions.title")}
        note={t("division.note")}
        actions={
          may(bureau, "MANAGE_DIVISIONS") ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t("division.create")}
            </Button>
          ) : undefined
        }
      />
      <DivisionFilters />
      <DataTable
        label={t("shell:page.divisions.title")}
        columns={columns}
        rows={page?.nodes}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("division.none")}>{t("division.noneHint")}</EmptyNote>}
        sorting={{ sort: search.sort, down: search.down, onSort: refine }}
        page={page && { info: page.pageInfo, totalCount: page.totalCount, onPage: patch }}
        openId={page?.nodes.find(({ code }) => code === search.open)?.id}
        onOpen={({ code }) => openOne(code)}
      />
      <DivisionDrawer code={search.open} onClose={() => close("open")} />
      <CreateDivisionDialog open={isMaking} onClose={() => setMaking(false)} onMade={openOne} within={search.within} />
    </>
  );
}

function DivisionFilters() {
  const { t } = useTranslation(["organisation", "words"]);
  const search = divisionsRoute.useSearch();
  const { refine } = usePatch<DivisionSearch>();
  return (
    <FilterBar label={t("filter")}>
      <SearchField label={t("division.search")} value={search.q} onSearch={(q) => refine({ q })} />
      <Select
        aria-label={t("division.kind")}
        placeholder={t("division.kind")}
        allowClear
        style={{ width: 140 }}
        value={search.kind}
        onChange={(kind) => refine({ kind })}
        options={divisionKinds.map((kind) => ({ value: kind, label: t(`words:divisionKind.${kind}`) }))}
      />
      <Checkbox
        checked={search.closed ?? false}
        onChange={({ target }) => refine({ closed: target.checked || undefined })}
      >
        {t("division.withClosed")}
      </Checkbox>
      {search.within ? (
        <Tag closable onClose={() => refine({ within: undefined })}>
          {t("division.within", { code: search.within })}
        </Tag>
      ) : null}
    </FilterBar>
  );
}
