import { MemberWeekDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { Later } from "../../ui/later.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SignedRevision } from "./signed-revision.tsx";
import { weekRoute, type WeekSearch } from "./routes.tsx";
import { WeekReview } from "./week-review.tsx";
import { WeekSteps } from "./week-steps.tsx";
import { thisWeek, weekAfter } from "./weeks.ts";
import "./review.css";

const WorkDrawer = lazily(() => import("../../ui/work/work-drawer.tsx"), "WorkDrawer");

/** A member's week in its three lists, to be reviewed line by line and signed. */
export function WeekPage() {
  const { t } = useTranslation(["review", "page"]);
  const { member, unit, week = weekAfter(thisWeek(), -1), revision, only, open: itemId } = weekRoute.useSearch();
  const { open, close } = usePatch<WeekSearch>();
  const read = useRead(MemberWeekDocument, { memberId: member ?? "", week, unitId: unit }, member === undefined);
  const lists = read.isAnswer ? read.data?.threeLists : undefined;
  const openItem = (id: string) => open({ open: id });
  return (
    <>
      <PageHeader
        title={lists?.member ? t("week.of", { name: lists.member.name, week: lists.weekName }) : t("page:review.title")}
        note={
          <Link to="/review" search={{ unit: unit ?? lists?.station.id }}>
            {t("week.back")}
          </Link>
        }
        actions={
          member ? (
            <WeekSteps memberId={member} unitId={unit ?? lists?.station.id} week={week} reviewId={revision} />
          ) : null
        }
      />
      <AwaitData read={{ ...read, data: read.isAnswer ? read.data : undefined }} rows={10}>
        {({ threeLists }) =>
          !threeLists?.member ? (
            <EmptyNote title={t("week.none")} />
          ) : revision ? (
            <SignedRevision id={revision} lists={threeLists} onOpen={openItem} only={only} />
          ) : (
            <WeekReview
              key={`${threeLists.id} ${threeLists.week}`}
              lists={threeLists}
              onOpen={openItem}
              isBeneath={itemId !== undefined}
              only={only}
            />
          )
        }
      </AwaitData>
      {member === undefined ? <EmptyNote title={t("week.none")} /> : null}
      <Later when={itemId !== undefined}>
        <WorkDrawer id={itemId} onOpen={openItem} onClose={() => close("open")} />
      </Later>
    </>
  );
}
