import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { type Only, reviewRoute } from "./routes.tsx";

/** Of which weeks alone the matrix tells, how many they are, or that there is none, and the way back to all. */
export function OnlyBar({ only, count, unseen = 0 }: { only: Only; count: number; unseen?: number }) {
  const { t } = useTranslation("review");
  const { unit, by } = reviewRoute.useSearch();
  const back = (
    <Link to="/review" search={{ unit, by }}>
      {t("only.all")}
    </Link>
  );
  if (count === 0) return <EmptyNote title={t(`only.none.${only}`)}>{back}</EmptyNote>;
  return (
    <div className="review-bar">
      <span>{t(`only.${only}`, { count })}</span>
      {unseen > 0 ? <span className="note">{t("only.unseen", { count: unseen })}</span> : null}
      {back}
    </div>
  );
}
