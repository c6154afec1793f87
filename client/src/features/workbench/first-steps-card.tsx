import { FirstStepsDocument, type FirstStepsQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Card } from "../../ui/card.tsx";
import { Light } from "../../ui/light.tsx";

/** What a bureau needs before work can go round in it, in its order; gone once all of it is there. */
export function FirstStepsCard() {
  const viewer = useViewer();
  const isSettingUp = may(viewer.bureau, "IMPORT") && may(viewer, "SEE_ACCOUNTS");
  return isSettingUp ? <FirstSteps /> : null;
}

interface Step {
  name: "places" | "standards" | "members" | "accounts";
  isDone: boolean;
  /** What there is, and what is missing. */
  told: string;
  link: ReactNode;
}

function FirstSteps() {
  const { t } = useTranslation("workbench");
  const read = useRead(FirstStepsDocument, {});
  const steps = useSteps(read.data);
  if (steps.every(({ isDone }) => isDone)) return null;
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Card title={t("steps.title")} figure={t("steps.done", { done, of: steps.length })}>
      <p className="note">{t("steps.note")}</p>
      <ol className="plain workbench-steps">
        {steps.map(({ name, isDone, told, link }) => (
          <li key={name} aria-current={name === next?.name ? "step" : undefined}>
            <div>
              <Light tone={isDone ? "good" : name === next?.name ? "soon" : "quiet"}>{t(`steps.${name}.title`)}</Light>
              <div className="note">{told}</div>
            </div>
            {isDone ? null : link}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function useSteps(data: FirstStepsQuery | undefined): Step[] {
  const { t } = useTranslation("workbench");
  if (!data) return [];
  const [stations, grids, members, accounts] = [
    data.units.totalCount,
    data.grids.totalCount,
    data.members.totalCount,
    data.accounts.totalCount,
  ];
  const standards = data.staffingStandards.length;
  const counted = (key: "standards" | "members", count: number) =>
    t(count > 0 ? `steps.${key}.there` : `steps.${key}.none`, { count, number: countText(count) });
  return [
    {
      name: "places",
      isDone: stations > 0 && grids > 0,
      told: t(stations + grids === 0 ? "steps.places.none" : "steps.places.there", {
        stations: countText(stations),
        grids: countText(grids),
      }),
      link: (
        <Link to="/import" search={{ kind: "GRIDS" }}>
          {t("steps.places.do")}
        </Link>
      ),
    },
    {
      name: "standards",
      isDone: standards > 0,
      told: counted("standards", standards),
      link: (
        <Link to="/system/standards" search={{ preset: true }}>
          {t("steps.standards.do")}
        </Link>
      ),
    },
    {
      name: "members",
      isDone: members > 0,
      told: counted("members", members),
      link: (
        <Link to="/import" search={{ kind: "MEMBERS" }}>
          {t("steps.members.do")}
        </Link>
      ),
    },
    {
      name: "accounts",
      // One is whoever reads this.
      isDone: accounts > 1,
      told: t(accounts > 1 ? "steps.accounts.there" : "steps.accounts.none", {
        count: accounts,
        number: countText(accounts),
      }),
      link: <Link to="/system/accounts">{t("steps.accounts.do")}</Link>,
    },
  ];
}
