import { WeekMatrixDocument } from "@maple-bridge/schema/documents";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../../lib/shortcuts.ts";
import { useRead } from "../../lib/use-read.ts";
import { ExportButtons } from "./export-buttons.tsx";
import type { WeekSearch } from "./routes.tsx";
import { weekAfter } from "./weeks.ts";

interface WeekStepsProps {
  memberId: string;
  unitId: string | undefined;
  week: string;
  /** The revision that is shown, where it is not how the week stands. */
  reviewId: string | undefined;
}

/** To the weeks before and after, and to the next member whose week is not signed. */
export function WeekSteps({ memberId, unitId, week, reviewId }: WeekStepsProps) {
  const { t } = useTranslation("review");
  const navigate = useNavigate();
  const { data } = useRead(WeekMatrixDocument, { unitId: unitId ?? "", from: week, weeks: 1 }, unitId === undefined);
  const members =
    data?.weekMatrix.flatMap(({ member, signedAt }) => (member ? [{ id: member.id, signedAt }] : [])) ?? [];
  const at = members.findIndex(({ id }) => id === memberId);
  const next = [...members.slice(at + 1), ...members.slice(0, Math.max(at, 0))].find(({ signedAt }) => !signedAt);
  const before: WeekSearch = { member: memberId, unit: unitId, week: weekAfter(week, -1) };
  const after: WeekSearch = { member: memberId, unit: unitId, week: weekAfter(week, 1) };
  const goTo = (search: WeekSearch) => void navigate({ to: "/review/week", search });
  const goToNext = () => next && goTo({ member: next.id, unit: unitId, week });
  useShortcut("[", "weekBefore", () => goTo(before));
  useShortcut("]", "weekAfter", () => goTo(after));
  useShortcut("n", "nextUnsigned", goToNext, next !== undefined);
  return (
    <>
      <Link className="review-step" to="/review/week" search={before}>
        {t("week.before")} <kbd>[</kbd>
      </Link>
      <Link className="review-step" to="/review/week" search={after}>
        {t("week.after")} <kbd>]</kbd>
      </Link>
      <Button disabled={!next} onClick={goToNext}>
        {t("week.next")} <kbd>n</kbd>
      </Button>
      <Button onClick={() => window.print()}>{t("week.print")}</Button>
      <ExportButtons memberId={memberId} unitId={unitId} week={week} reviewId={reviewId} />
    </>
  );
}
