import { DeskFiguresDocument, MyWorkFiguresDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { Card } from "../../ui/card.tsx";
import { deskFilterOf, type DeskSearch } from "../../ui/work/desk-search.ts";
import { type MineSearch, mineOf } from "../../ui/work/mine-search.ts";

/** What waits for one, and what waits in what one commands: each figure counts by the filter that its link leads to. */
export function WaitingCards() {
  const { bureau, memberId } = useViewer();
  return (
    <>
      {memberId ? <MineCard /> : null}
      {may(bureau, "ISSUE_WORK") ? <DeskCard /> : null}
    </>
  );
}

const mine = {
  receive: { part: "TO_RECEIVE" },
  toDo: { part: "TO_DO" },
  assess: { part: "TO_ASSESS" },
  soon: { light: "DUE_SOON" },
  overdue: { light: "OVERDUE" },
} as const satisfies Record<string, MineSearch>;

function MineCard() {
  const { t } = useTranslation(["workbench", "page"]);
  const read = useRead(MyWorkFiguresDocument, {
    soon: mineOf(mine.soon).filter,
    overdue: mineOf(mine.overdue).filter,
  });
  return (
    <Card title={t("page:myWork.title")} link={<Link to="/my-work">{t("waiting.all")}</Link>}>
      <AwaitData read={read} rows={4}>
        {(data) => (
          <ul className="plain workbench-rows">
            {(Object.keys(mine) as (keyof typeof mine)[]).map((name) => (
              <li key={name}>
                <Link to="/my-work" search={mine[name]}>
                  {t(`waiting.mine.${name}`)}
                </Link>
                <Figure count={data[name].totalCount} isBad={name === "overdue"} />
              </li>
            ))}
          </ul>
        )}
      </AwaitData>
    </Card>
  );
}

const desk = {
  vacant: { vacant: true },
  declined: { state: "DECLINED" },
  overdue: { light: "OVERDUE" },
  soon: { light: "DUE_SOON" },
  receive: { state: "ISSUED" },
  assess: { state: "SUBMITTED" },
  decide: { asked: true },
} as const satisfies Record<string, DeskSearch>;

const deskNames = Object.keys(desk) as (keyof typeof desk)[];
const deskFilters = Object.fromEntries(deskNames.map((name) => [name, deskFilterOf(desk[name])])) as Record<
  keyof typeof desk,
  ReturnType<typeof deskFilterOf>
>;

function DeskCard() {
  const { t } = useTranslation(["workbench", "page"]);
  const read = useRead(DeskFiguresDocument, deskFilters);
  return (
    <Card title={t("page:dispatch.title")} link={<Link to="/dispatch">{t("waiting.all")}</Link>}>
      <AwaitData read={read} rows={5}>
        {(data) => (
          <ul className="plain workbench-rows">
            {deskNames.map((name) => (
              <li key={name}>
                <Link to="/dispatch" search={desk[name]}>
                  {t(`waiting.desk.${name}`)}
                </Link>
                <Figure count={data[name].totalCount} isBad={name === "overdue" || name === "vacant"} />
              </li>
            ))}
          </ul>
        )}
      </AwaitData>
    </Card>
  );
}

const Figure = ({ count, isBad }: { count: number; isBad: boolean }) => (
  <span className={isBad && count > 0 ? "workbench-figure workbench-bad" : "workbench-figure"}>{countText(count)}</span>
);
