import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import { type Accepted, isAcceptable, type Proposal } from "./proposal.ts";
import { LoadChange, Proposed, Reasons } from "./proposed.tsx";
import { ProposalDeeds } from "./use-proposal-columns.tsx";

interface ProposalListProps {
  rows: readonly Proposal[];
  at: string | undefined;
  most: number;
  ids: readonly string[];
  isBusy: boolean;
  onTick: (id: string) => void;
  onAccept: (proposal: Accepted) => void;
}

/** The proposals where there is no room for a table. */
export function ProposalList({ rows, at, most, ids, isBusy, onTick, onAccept }: ProposalListProps) {
  const { t } = useTranslation(["proposals", "words"]);
  return (
    <ul className="plain proposal-list" aria-label={t("title")}>
      {rows.map((proposal) => (
        <li key={proposal.id}>
          <span className="proposal-list-head">
            {isAcceptable(proposal) ? (
              <Checkbox
                aria-label={t("tick")}
                checked={ids.includes(proposal.id)}
                onChange={() => onTick(proposal.id)}
              />
            ) : null}
            <strong>{proposal.grid.name}</strong>
            <span>{t(`words:duty.${proposal.duty}`)}</span>
            <Light tone={vacancyTone(proposal.daysVacant)}>{t("vacant", { days: proposal.daysVacant })}</Light>
          </span>
          <Proposed proposal={proposal} />
          <Reasons proposal={proposal} />
          {proposal.member ? <LoadChange proposal={proposal} most={most} /> : null}
          <ProposalDeeds {...{ proposal, at, isBusy, onAccept }} />
        </li>
      ))}
    </ul>
  );
}
