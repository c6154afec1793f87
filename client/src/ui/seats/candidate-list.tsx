import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { EmptyNote } from "../empty-note.tsx";
import { Light } from "../light.tsx";
import { LoadBar } from "../load-bar.tsx";
import { PersonName } from "../person-name.tsx";
import type { Candidate } from "./member-picker.tsx";

interface CandidateListProps {
  id: string;
  rows: readonly Candidate[];
  total: number;
  value: string | undefined;
  /** Who is chosen, and not among those who are found. */
  pinned: Candidate | undefined;
  isSearched: boolean;
  /** Not so while those who are sought are yet to be found. */
  isCurrent: boolean;
  onChoose: (candidate: Candidate) => void;
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

export function CandidateList(props: CandidateListProps) {
  const { id, rows, total, value, pinned, isSearched, isCurrent, onChoose } = props;
  const { t } = useTranslation(["grids", "shell"]);
  const nobody = isCurrent ? t(isSearched ? "pick.notFound" : "pick.nobody") : t("shell:sought.seeking");
  if (rows.length === 0 && !pinned) return <EmptyNote title={nobody} />;
  const most = Math.max(...rows.map(({ load }) => load.seats), pinned?.load.seats ?? 0);
  return (
    <>
      <div role="listbox" id={id} aria-label={t("pick.label")} aria-busy={!isCurrent} className="seat-candidates">
        {[...(pinned ? [pinned] : []), ...rows].map((candidate) => (
          <button
            key={candidate.id}
            id={`${id}-${candidate.id}`}
            ref={candidate.id === value ? intoView : undefined}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={candidate.id === value}
            onClick={() => onChoose(candidate)}
          >
            <CandidateLine candidate={candidate} isPinned={candidate === pinned} most={most} />
          </button>
        ))}
      </div>
      {total > rows.length ? <p className="note">{t("pick.more", { shown: rows.length, total })}</p> : null}
    </>
  );
}

interface CandidateLineProps {
  candidate: Candidate;
  isPinned: boolean;
  /** The most seats that one of the list holds. */
  most: number;
}

function CandidateLine({ candidate, isPinned, most }: CandidateLineProps) {
  const { t } = useTranslation(["grids", "words"]);
  const { name, badge, kind, unit, status, load, holdsBeside } = candidate;
  return (
    <>
      <PersonName name={name} badge={badge} />
      <span className="note">
        {isPinned ? <Light tone="soon">{t("pick.pinned")}</Light> : null} {t(`words:memberKind.${kind}`)} ·{" "}
        {unit?.name ?? t("seat.outOfSight")} {holdsBeside ? <Light tone="accent">{t("pick.beside")}</Light> : null}{" "}
        {status === "ON_LEAVE" ? <Light tone="soon">{t("words:memberStatus.ON_LEAVE")}</Light> : null}
      </span>
      <span className="seat-load">
        <LoadBar seats={load.seats} most={most} />{" "}
        {load.seats === 0
          ? t("pick.free")
          : t("pick.load", { grids: load.grids, households: countText(load.households), seats: load.seats })}
      </span>
    </>
  );
}
