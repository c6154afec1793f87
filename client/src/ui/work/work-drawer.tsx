import { WorkDetailsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { DetailsDrawer } from "../details-drawer.tsx";
import { EvidenceStrip } from "../photos/evidence-strip.tsx";
import { Section } from "../section.tsx";
import { MatterSection } from "./matter-section.tsx";
import { WorkChain } from "./work-chain.tsx";
import { WorkDeeds } from "./work-deeds.tsx";
import { WorkFeedback } from "./work-feedback.tsx";
import { WorkFactList } from "./work-fact-list.tsx";
import { WorkLight } from "./work-light.tsx";
import { WorkStory } from "./work-story.tsx";
import type { WorkItem } from "./deeds.ts";
import "./work.css";

interface WorkDrawerProps {
  id: string | undefined;
  onOpen: (id: string) => void;
  onClose: () => void;
  /** A step was taken with what is open. */
  onDone?: () => void;
}

/** One item of work: what may be done with it, what it is, where it stands in its chain, and its whole story. */
export function WorkDrawer({ id, onOpen, onClose, onDone }: WorkDrawerProps) {
  const { t } = useTranslation("work");
  return (
    <DetailsDrawer
      open={id}
      onClose={onClose}
      read={useRead(WorkDetailsDocument, { id: id ?? "" }, id === undefined)}
      find={({ workItem }) => workItem}
      renderTitle={(item) => (
        <span className="work-head">
          {item.title} <span className="note numeric">{item.number}</span> <WorkLight item={item} />
        </span>
      )}
      one={t("one")}
      gone={t("gone")}
      width={720}
    >
      {(item) => <WorkBody item={item} onOpen={onOpen} onDone={onDone} />}
    </DetailsDrawer>
  );
}

function WorkBody({ item, onOpen, onDone }: { item: WorkItem } & Pick<WorkDrawerProps, "onOpen" | "onDone">) {
  const { t } = useTranslation("work");
  const { matter, parent, children, feedback, evidence } = item;
  const links = matter?.items ?? [...(parent ? [parent] : []), item, ...children];
  return (
    <div className="work-body">
      <WorkDeeds item={item} onDone={onDone} />
      <WorkFactList item={item} />
      {feedback ? (
        <Section title={t("lastFeedback")}>
          <WorkFeedback feedback={feedback} />
        </Section>
      ) : null}
      {evidence.length > 0 ? (
        <Section title={t("photos")}>
          <EvidenceStrip photos={evidence} />
        </Section>
      ) : null}
      {matter ? <MatterSection matter={matter} onOpen={onOpen} isTitled={matter.title === item.title} /> : null}
      <WorkChain links={links} hereId={item.id} onOpen={onOpen} />
      <WorkStory events={item.events} />
    </div>
  );
}
