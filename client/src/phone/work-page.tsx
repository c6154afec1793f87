import { WorkDetailsDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dueText } from "../lib/dates.ts";
import { useRead } from "../lib/use-read.ts";
import { DateText } from "../ui/date-text.tsx";
import { type Detail, Details } from "../ui/details.tsx";
import { EmptyNote } from "../ui/empty-note.tsx";
import { Section } from "../ui/section.tsx";
import { WholeDays } from "../ui/whole-days.tsx";
import type { WorkItem } from "../ui/work/deeds.ts";
import { returnReasonOf } from "../ui/work/run.ts";
import { WorkAddress } from "../ui/work/work-address.tsx";
import { WorkLight } from "../ui/work/work-light.tsx";
import { WorkMarks } from "../ui/work/work-marks.tsx";
import { useWorkWords } from "../ui/work/work-words.ts";
import { AwaitAnswer } from "./await-answer.tsx";
import { FeedbackGiven } from "./feedback-given.tsx";
import { Note } from "./note.tsx";
import { PageHead } from "./page-head.tsx";
import { PhotoRow } from "./photo-row.tsx";
import { WorkSteps } from "./work-steps.tsx";

/** One item of work: what it is, what was brought back, and what may be done with it. */
export function WorkPage({ id }: { id: string }) {
  const { t } = useTranslation("work");
  const { isAnswer, ...read } = useRead(WorkDetailsDocument, { id });
  const data = isAnswer ? read.data : undefined;
  return (
    <>
      <PageHead withBack title={data?.workItem?.title ?? t("one")} />
      <div className="phone-page">
        <AwaitAnswer read={{ ...read, data }}>
          {({ workItem }) => (workItem ? <Item item={workItem} /> : <EmptyNote title={t("gone")} />)}
        </AwaitAnswer>
      </div>
    </>
  );
}

function Item({ item }: { item: WorkItem }) {
  const { t } = useTranslation("work");
  const { kindOf, stateOf } = useWorkWords();
  const returned = returnReasonOf(item);
  return (
    <>
      <p className="phone-line">
        <WorkLight item={item} />
        <WorkMarks item={item} />
        <span className="note">
          {kindOf(item)} · {stateOf(item)} · {item.number}
        </span>
      </p>
      {returned ? <Note tone="soon">{t("run.returned", { reason: returned })}</Note> : null}
      {item.instructions ? <p className="phone-text">{item.instructions}</p> : null}
      <Facts item={item} />
      {item.matter ? <Matter matter={item.matter} /> : null}
      {item.feedback ? (
        <Section title={t("lastFeedback")}>
          <FeedbackGiven feedback={item.feedback} />
        </Section>
      ) : null}
      {item.evidence.length > 0 ? (
        <Section title={t("photos")}>
          <PhotoRow photos={item.evidence} />
        </Section>
      ) : null}
      <WorkSteps item={item} />
    </>
  );
}

function Facts({ item }: { item: WorkItem }) {
  const { t } = useTranslation("work");
  const items: (Detail | false)[] = [
    { label: t("addressLabel"), value: <WorkAddress address={item} /> },
    ...item.clocks
      .filter(({ isRunning }) => isRunning)
      .map(({ clock, dueAt }) => ({ label: t(`clock.${clock}`), value: dueText(dueAt) })),
    item.occurrenceOn
      ? {
          label: t("run.window"),
          value: <WholeDays text={t("run.of", { from: item.occurrenceOn, to: item.windowEndsOn })} />,
        }
      : false,
    item.fillableUntil ? { label: t("run.fillableUntil"), value: dueText(item.fillableUntil) } : false,
    { label: t("issuedAt"), value: <DateText value={item.issuedAt} minutes /> },
    item.photosAtLeast > 0 && { label: t("photosAtLeast"), value: item.photosAtLeast },
  ];
  return <Details items={items.filter((each) => each !== false)} />;
}

function Matter({ matter }: { matter: NonNullable<WorkItem["matter"]> }) {
  const { t } = useTranslation(["work", "words"]);
  return (
    <Section title={`${t("matter.one")} ${matter.number}`}>
      <p className="phone-text">
        <strong>{matter.title}</strong>
      </p>
      {matter.description ? <p className="phone-text">{matter.description}</p> : null}
      <Details
        items={[
          { label: t("matter.category"), value: `${t(`words:matterKind.${matter.kind}`)} · ${matter.category.name}` },
          { label: t("matter.place"), value: [matter.grid?.name, matter.address].filter(Boolean).join(" · ") || "—" },
          { label: t("matter.happenedAt"), value: <DateText value={matter.happenedAt} minutes /> },
        ]}
      />
    </Section>
  );
}
