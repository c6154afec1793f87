import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Light } from "../../ui/light.tsx";
import { type Accepted, isAcceptable, type Proposal } from "./proposal.ts";
import { LoadChange, Proposed, Reasons } from "./proposed.tsx";

interface Deeds {
  at: string | undefined;
  /** The most seats that somebody among the proposed would hold. */
  most: number;
  isBusy: boolean;
  onAccept: (proposal: Accepted) => void;
}

export function useProposalColumns({ at, most, isBusy, onAccept }: Deeds): Column<Proposal>[] {
  const { t } = useTranslation(["proposals", "words"]);
  return [
    {
      key: "grid",
      title: t("column.grid"),
      render: ({ grid }) => (
        <span className="proposal-grid">
          <Link to="/grids" search={{ open: grid.id, at }}>
            {grid.name}
          </Link>
          <span className="note">{grid.station?.name}</span>
        </span>
      ),
    },
    {
      key: "duty",
      title: t("column.duty"),
      render: ({ duty, daysVacant }) => (
        <span className="proposal-gap">
          {t(`words:duty.${duty}`)} <Light tone={vacancyTone(daysVacant)}>{t("vacant", { days: daysVacant })}</Light>
        </span>
      ),
    },
    { key: "member", title: t("column.member"), render: (proposal) => <Proposed proposal={proposal} /> },
    { key: "why", title: t("column.why"), render: (proposal) => <Reasons proposal={proposal} /> },
    { key: "load", title: t("column.load"), render: (proposal) => <LoadChange proposal={proposal} most={most} /> },
    {
      key: "do",
      title: t("column.do"),
      render: (proposal) => <ProposalDeeds {...{ proposal, at, isBusy, onAccept }} />,
    },
  ];
}

/** Accepts it, or chooses somebody else at the grid. */
export function ProposalDeeds({ proposal, at, isBusy, onAccept }: Omit<Deeds, "most"> & { proposal: Proposal }) {
  const { t } = useTranslation("proposals");
  if (!proposal.grid.viewerMay.includes("ASSIGN_MEMBERS")) return null;
  return (
    <span className="proposal-deeds">
      {isAcceptable(proposal) ? (
        <Button size="small" disabled={isBusy} onClick={() => onAccept(proposal)}>
          {t("accept")}
        </Button>
      ) : null}
      <Link to="/grids" search={{ open: proposal.grid.id, assign: proposal.duty, at }}>
        {t(proposal.member ? "other" : "choose")}
      </Link>
    </span>
  );
}
