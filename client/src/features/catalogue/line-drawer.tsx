import { DutyLineDetailsDocument, type DutyLineDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { LineActions } from "./line-actions.tsx";
import { lineIn, standingOf } from "./line.ts";
import { LineRevisions } from "./line-revisions.tsx";
import { StandingLight } from "./standing-light.tsx";
import type { Station } from "./station-note.tsx";
import { useLineWords } from "./use-line-words.ts";

export type Revision = DutyLineDetailsQuery["dutyLineRevisions"][number];

interface LineDrawerProps {
  open: string | undefined;
  /** Whose catalogue is shown; the bureau's own without. */
  unitId: string | undefined;
  /** The same, once it is known. */
  station: Station | undefined;
  onClose: () => void;
}

/** A line in all its revisions, the station's own and the bureau's. */
export function LineDrawer({ open, unitId, station, onClose }: LineDrawerProps) {
  const { t } = useTranslation("duty-catalogue");
  const asked = lineIn(open);
  return (
    <DetailsDrawer
      open={open}
      onClose={onClose}
      read={useRead(DutyLineDetailsDocument, { code: "", ...asked, unitId }, open === undefined)}
      find={({ dutyLineRevisions }) => lineOf(dutyLineRevisions)}
      renderTitle={({ title }) => title}
      one={t("one")}
      gone={t("gone")}
      width={720}
    >
      {(line, { dutyLineRevisions }) => (
        <>
          <LineActions line={line} isAtStation={unitId !== undefined} station={station} />
          <LineFacts line={line} isBureausToo={dutyLineRevisions.some(isBureaus)} />
          <LineRevisions revisions={dutyLineRevisions} />
          <ChangeList changes={dutyLineRevisions.flatMap(({ history }) => history)} />
        </>
      )}
    </DetailsDrawer>
  );
}

const isInForce = ({ endsAt }: Revision) => endsAt === null;
const isBureaus = (line: Revision) => line.isOfBureau && isInForce(line);

/** What counts now: the station's own, else the bureau's; of one that is over, its last revision. */
const lineOf = (revisions: readonly Revision[]) =>
  revisions.find((each) => isInForce(each) && !each.isOfBureau) ?? revisions.find(isInForce) ?? revisions[0];

function LineFacts({ line, isBureausToo }: { line: Revision; isBureausToo: boolean }) {
  const { t } = useTranslation(["duty-catalogue", "words"]);
  const { ownerWords } = useLineWords();
  const { text, serves, code, position, isOurs, copy } = line;
  return (
    <Details
      items={[
        { label: t("owner"), value: ownerWords(line) },
        {
          label: t("whose"),
          value: isInForce(line) ? <StandingLight standing={standingOf(line, isBureausToo)} /> : t("over"),
        },
        { label: t("text"), value: text },
        { label: t("serves"), value: serves && t(`words:sixRole.${serves}`) },
        { label: t("wording"), value: isOurs ? t("oursNote") : t("theirs") },
        { label: t("code"), value: code },
        { label: t("position"), value: position },
        ...(copy
          ? [
              {
                label: t("model.one"),
                value: (
                  <>
                    {copy.model?.name ?? t("model.unseen")} <DateText value={copy.copiedAt} minutes />
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
