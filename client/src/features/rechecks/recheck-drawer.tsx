import { RecheckDetailsDocument, type RecheckDetailsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { ChangeList } from "../../ui/change-list.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import { DetailsDrawer } from "../../ui/details-drawer.tsx";
import { EvidenceStrip } from "../../ui/photos/evidence-strip.tsx";
import { Section } from "../../ui/section.tsx";
import { WorkFeedback } from "../../ui/work/work-feedback.tsx";
import { DrawSection } from "./draw-section.tsx";
import { RecheckActions } from "./recheck-actions.tsx";
import { nameOf } from "./recheck-columns.tsx";
import { RecheckLight } from "./recheck-light.tsx";
import { ResultList } from "./result-list.tsx";
import { WorkLink } from "./work-link.tsx";

type Found = NonNullable<RecheckDetailsQuery["node"]>;
export type RecheckDetails = Extract<Found, { place: number }>;

const isRecheck = (node: Found): node is RecheckDetails => "place" in node;

/** What was drawn, what its work was, and what was found on it. */
export function RecheckDrawer({ open, onClose }: { open: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("rechecks");
  return (
    <DetailsDrawer
      open={open}
      onClose={onClose}
      read={useRead(RecheckDetailsDocument, { id: open ?? "" }, open === undefined)}
      find={({ node }) => (node && isRecheck(node) ? node : undefined)}
      renderTitle={({ item, outcome }) => (
        <span className="rechecks-head">
          {item?.title ?? t("one")} <span className="note numeric">{item?.number}</span>{" "}
          <RecheckLight outcome={outcome} />
        </span>
      )}
      one={t("one")}
      gone={t("gone")}
      width={720}
    >
      {(recheck) => <RecheckBody recheck={recheck} />}
    </DetailsDrawer>
  );
}

function RecheckBody({ recheck }: { recheck: RecheckDetails }) {
  const { t } = useTranslation("rechecks");
  const { item, doneBy, checker, closedOn, station, results, evidence, draw } = recheck;
  const brought = item?.evidence.filter(({ isOfRecheck, round }) => !isOfRecheck && round === recheck.round) ?? [];
  return (
    <>
      <RecheckActions recheck={recheck} />
      <Details
        items={[
          { label: t("work"), value: item ? <WorkLink id={item.id}>{item.number}</WorkLink> : undefined },
          { label: t("checker"), value: nameOf(checker) },
          { label: t("doneBy"), value: nameOf(doneBy) },
          { label: t("closedOn"), value: <DateText value={closedOn} /> },
          { label: t("station"), value: station?.name },
        ]}
      />
      {results.length > 0 ? (
        <Section title={t("result")}>
          <ResultList results={results} />
          {evidence.length > 0 ? <EvidenceStrip photos={evidence} /> : null}
        </Section>
      ) : null}
      {item?.feedback ? (
        <Section title={t("handedIn")}>
          <WorkFeedback feedback={item.feedback} />
          {brought.length > 0 ? <EvidenceStrip photos={brought} /> : null}
        </Section>
      ) : null}
      {draw ? <DrawSection draw={draw} recheck={recheck} /> : null}
      <ChangeList changes={recheck.history} />
    </>
  );
}
