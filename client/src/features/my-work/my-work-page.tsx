import { MayHandOverDocument, MyWorkDocument, MyWorkPartsDocument } from "@maple-bridge/schema/documents";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { pageOf } from "../../lib/list-state.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Later } from "../../ui/later.tsx";
import { choice } from "../../ui/list-page/choice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { type MineSearch, mineOf, myParts } from "../../ui/work/mine-search.ts";
import { HandOverButton } from "../../ui/work/hand-over-button.tsx";
import { WaitingHandovers } from "../../ui/work/waiting-handovers.tsx";
import { lights } from "../../ui/work/work-glossary.ts";
import { MyWorkList } from "./my-work-list.tsx";
import { myWorkRoute } from "./routes.tsx";
import "./my-work.css";

const RegisterDialog = lazily(() => import("../../ui/work/register-dialog.tsx"), "RegisterDialog");
const RunDialog = lazily(() => import("../../ui/work/run-dialog.tsx"), "RunDialog");
const WorkDrawer = lazily(() => import("../../ui/work/work-drawer.tsx"), "WorkDrawer");

/** What waits for whoever is signed in, the first due first; made for a thumb. */
export function MyWorkPage() {
  const { t } = useTranslation("work");
  const search = myWorkRoute.useSearch();
  const { patch, refine, open, close } = usePatch<MineSearch>();
  const { bureau, memberId } = useViewer();
  const { data } = useRead(MayHandOverDocument, { memberId: memberId ?? "" }, !memberId);
  const own = data?.node;
  const [registering, setRegistering] = useState(false);
  const read = useRead(MyWorkDocument, { ...pageOf(search), ...mineOf(search) });
  const lightChoices = lights.map((value) => ({ value, label: t(`lightChoice.${value}`) }));
  return (
    <>
      <PageHeader
        title={t("mine.title")}
        note={t("mine.note")}
        actions={
          <>
            {memberId ? (
              <ButtonLink to="/review/week" search={{ member: memberId, week: today() }}>
                {t("mine.week")}
              </ButtonLink>
            ) : null}
            {may(bureau, "REGISTER_MATTER") ? (
              <Button onClick={() => setRegistering(true)}>{t("register.title")}</Button>
            ) : null}
            {own && "viewerMayHandOver" in own ? <HandOverButton giver={own} /> : null}
          </>
        }
      />
      {memberId ? <WaitingHandovers memberId={memberId} /> : null}
      <PartTabs search={search} onChange={(part) => refine({ part })} />
      <FilterBar label={t("lightLabel")}>
        {choice(t("lightLabel"), lightChoices, { width: 140 }).render?.({
          value: search.light,
          onChange: (light) => refine({ light }),
        })}
      </FilterBar>
      <AwaitData read={read} rows={6}>
        {({ myWork: { nodes, pageInfo, totalCount } }) =>
          nodes.length === 0 ? (
            <EmptyNote title={t(search.part || search.light ? "mine.filtered" : "mine.none")} />
          ) : (
            <>
              <MyWorkList
                items={nodes}
                openId={search.open}
                onOpen={(id) => open({ open: id })}
                onFill={(id) => open({ fill: id })}
              />
              <Pager info={pageInfo} totalCount={totalCount} onPage={patch} place={search} />
            </>
          )
        }
      </AwaitData>
      <Later when={registering}>
        <RegisterDialog open={registering} onClose={() => setRegistering(false)} onMade={(id) => open({ open: id })} />
      </Later>
      <Later when={search.fill !== undefined}>
        <RunDialog id={search.fill ?? ""} open={search.fill !== undefined} onClose={() => close("fill")} isInAddress />
      </Later>
      <Later when={search.open !== undefined}>
        <WorkDrawer id={search.open} onOpen={(id) => open({ open: id })} onClose={() => close("open")} />
      </Later>
    </>
  );
}

/** The parts, each with how many wait in it. */
function PartTabs({ search, onChange }: { search: MineSearch; onChange: (part: MineSearch["part"]) => void }) {
  const { t } = useTranslation("work");
  const { data } = useRead(MyWorkPartsDocument, { filter: mineOf(search).filter });
  const counts = data && {
    ALL: data.all,
    TO_RECEIVE: data.receive,
    TO_DO: data.toDo,
    TO_ASSESS: data.assess,
    TO_DECIDE: data.decide,
    DECLINED: data.declined,
    VACANT: data.vacant,
  };
  const shown = (["ALL", ...myParts] as const).filter(
    (part) => part === "ALL" || part === search.part || !counts || counts[part].totalCount > 0,
  );
  return (
    <div className="my-work-parts">
      <Segmented<"ALL" | NonNullable<MineSearch["part"]>>
        aria-label={t("mine.parts")}
        value={search.part ?? "ALL"}
        onChange={(part) => onChange(part === "ALL" ? undefined : part)}
        options={shown.map((value) => ({
          value,
          label: `${t(`mine.part.${value}`)}${counts ? ` ${counts[value].totalCount}` : ""}`,
        }))}
      />
    </div>
  );
}
