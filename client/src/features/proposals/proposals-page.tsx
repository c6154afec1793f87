import { ProposalsDocument, type UnitFilter } from "@maple-bridge/schema/documents";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useShortcut } from "../../lib/shortcuts.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { ButtonLink } from "../../ui/button-link.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { useConfirm } from "../../ui/use-confirm.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { type Accepted, isAcceptable, type Proposal } from "./proposal.ts";
import { ProposalList } from "./proposal-list.tsx";
import type { ProposalsSearch } from "./routes.tsx";
import { type Refused, useAccept } from "./use-accept.ts";
import { useProposalColumns } from "./use-proposal-columns.tsx";
import "./proposals.css";

const route = getRouteApi("/shell/grids/proposals");
const places: UnitFilter = { kinds: ["STATION", "POLICE_ROOM"], openOnly: true };

/** The start of the day, or now: what holds when the seats would be taken. */
const momentOf = (day: string | undefined) => (day && day !== today() ? `${day}T00:00:00+08:00` : undefined);

/** Who could fill the gaps of a unit, to be accepted one by one or together. */
export function ProposalsPage() {
  const { t } = useTranslation(["proposals", "shell"]);
  const { unit, at } = route.useSearch();
  const { patch } = usePatch<ProposalsSearch>();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const read = useRead(ProposalsDocument, { unitId: unit, at: momentOf(at) });
  const rows = read.data?.proposals;
  const { ids, setIds, chosen } = useChosen(rows);
  const { accept, isBusy, refused } = useAccept(at);
  const acceptAll = useAcceptAll(accept, (rest) => setIds(rest));
  const one = (proposal: Accepted) => void accept([proposal]);
  const most = Math.max(0, ...(rows ?? []).map(({ seatsAfter }) => seatsAfter ?? 0));
  const columns = useProposalColumns({ at, most, isBusy, onAccept: one });
  useShortcut("a", "acceptProposal", () => {
    const proposal = rows?.find(({ id }) => id === rowInFocus());
    if (proposal && isAcceptable(proposal) && !isBusy) one(proposal);
  });
  const empty = <EmptyNote title={t("none")} />;
  return (
    <>
      <PageHeader
        title={t("title")}
        note={t("note")}
        actions={
          <>
            <ButtonLink to="/grids" search={{ unit, at, gap: "ANY" }}>
              {t("toGrids")}
            </ButtonLink>
            {chosen.length > 0 ? (
              <Button type="primary" loading={isBusy} onClick={() => void acceptAll(chosen)}>
                {t(ids.length > 0 ? "acceptTicked" : "acceptAll", { count: chosen.length })}
              </Button>
            ) : null}
          </>
        }
      />
      <FilterBar label={t("shell:filters.label")}>
        <UnitSelect
          label={t("unit")}
          allowClear
          filter={places}
          value={unit}
          onChange={(next) => patch({ unit: next })}
        />
        <DayField
          label={t("from")}
          allowClear={false}
          first={today()}
          value={at ?? today()}
          onChange={(day) => patch({ at: day === today() ? undefined : day })}
        />
        {rows ? <span className="note">{t("summary", summaryOf(rows))}</span> : null}
      </FilterBar>
      {refused ? <RefusedNote refused={refused} /> : null}
      {narrow && rows ? (
        rows.length === 0 ? (
          empty
        ) : (
          <ProposalList
            {...{ rows, at, most, ids, isBusy }}
            onTick={(id) => setIds(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])}
            onAccept={one}
          />
        )
      ) : narrow && !read.problem ? (
        <Skeleton active title={false} paragraph={{ rows: 8 }} />
      ) : (
        <DataTable
          label={t("title")}
          columns={columns}
          rows={rows}
          problem={read.problem}
          onRetry={read.retry}
          refreshing={read.refreshing}
          empty={empty}
          ticked={chosen.length > 0 ? { ids, onChange: setIds, label: t("tick") } : undefined}
          onOpen={({ grid, duty }) => void navigate({ to: "/grids", search: { open: grid.id, assign: duty, at } })}
          below={rows?.length ? <span className="keys">{t("keys")}</span> : undefined}
        />
      )}
    </>
  );
}

const summaryOf = (rows: readonly Proposal[]) => ({
  gaps: rows.length,
  proposed: rows.filter(({ member }) => member).length,
});

/** The ticked ones; all where none is. */
function useChosen(rows: readonly Proposal[] | undefined) {
  const [ids, setIds] = useState<string[]>([]);
  const acceptable = (rows ?? []).filter(isAcceptable);
  const ticked = acceptable.filter(({ id }) => ids.includes(id));
  return { ids: ticked.map(({ id }) => id), setIds, chosen: ticked.length > 0 ? ticked : acceptable };
}

/** Asks first; where some stand in the way, the rest is ticked, to be sent again. */
function useAcceptAll(accept: (proposals: readonly Accepted[]) => Promise<boolean>, onRest: (ids: string[]) => void) {
  const { t } = useTranslation("proposals");
  const confirm = useConfirm();
  return async (proposals: readonly Accepted[]) => {
    const count = proposals.length;
    if (count > 1 && !(await confirm({ title: t("confirm", { count }), okText: t("accept") }))) return;
    if (await accept(proposals)) onRest([]);
  };
}

const rowInFocus = () => document.activeElement?.closest<HTMLElement>("[data-row-key]")?.dataset["rowKey"];

/** Nobody was assigned, and why: of each that stands in the way. */
function RefusedNote({ refused: { problem, answers } }: { refused: Refused }) {
  const { t } = useTranslation(["proposals", "words"]);
  if (answers.length === 0) return <ProblemNote problem={problem} />;
  return (
    <Alert
      className="proposal-refused"
      type="error"
      showIcon
      role="alert"
      title={t("refused", { count: answers.length })}
      description={
        <ul className="plain">
          {answers.map(({ proposal, message }) => (
            <li key={proposal.id}>
              {t("refusedOne", {
                grid: proposal.grid.name,
                duty: t(`words:duty.${proposal.duty}`),
                name: proposal.member.name,
                why: message,
              })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
