import { useTranslation } from "react-i18next";
import { DateText } from "../date-text.tsx";
import { Details } from "../details.tsx";
import { Light } from "../light.tsx";
import { PersonName } from "../person-name.tsx";
import { Section } from "../section.tsx";
import { MatterDeeds } from "./matter-deeds.tsx";
import { MatterParties } from "./matter-parties.tsx";
import { itemToOpen, type Matter } from "./matter.ts";
import { WorkMarks } from "./work-marks.tsx";

interface MatterSectionProps {
  matter: Matter;
  onOpen: (itemId: string) => void;
  /** What it stands in has the matter's title for its own. */
  isTitled?: boolean;
}

/** What happened, and what may be done about it as a whole. */
export function MatterSection({ matter, onOpen, isTitled }: MatterSectionProps) {
  const { t } = useTranslation(["work", "words"]);
  const { firstReceiver, registrar, mergedInto, contacts } = matter;
  return (
    <Section
      title={`${t("matter.one")} ${matter.number}`}
      actions={<MatterDeeds key={matter.id} matter={matter} onOpen={onOpen} />}
    >
      <p className="work-text">
        {isTitled ? null : <strong>{matter.title}</strong>}{" "}
        <Light tone="quiet">{t(`matter.state.${matter.state}`)}</Light>{" "}
        <WorkMarks item={{ urgency: matter.urgency, card: null, isLate: false, isOpen: true, undecided: [] }} />
      </p>
      {matter.description ? <p className="work-text">{matter.description}</p> : null}
      <Details
        items={[
          ...(mergedInto
            ? [{ label: t("matter.mergedInto"), value: <ToMatter of={mergedInto} onOpen={onOpen} /> }]
            : []),
          { label: t("matter.category"), value: `${t(`words:matterKind.${matter.kind}`)} · ${matter.category.name}` },
          { label: t("matter.source"), value: t(`matter.from.${matter.source}`) },
          { label: t("matter.place"), value: [matter.grid?.name, matter.address].filter(Boolean).join(" · ") || "—" },
          { label: t("matter.happenedAt"), value: <DateText value={matter.happenedAt} minutes="telling" /> },
          { label: t("matter.firstReceiver"), value: firstReceiver ? <PersonName {...firstReceiver} /> : "—" },
          ...(registrar ? [{ label: t("matter.registrar"), value: <PersonName {...registrar} /> }] : []),
          ...(matter.method ? [{ label: t("matter.method"), value: t(`matter.methods.${matter.method}`) }] : []),
          ...(matter.outcomeNote ? [{ label: t("matter.outcomeNote"), value: matter.outcomeNote }] : []),
          ...(contacts.length > 0 ? [{ label: t("party.title"), value: <MatterParties contacts={contacts} /> }] : []),
        ]}
      />
    </Section>
  );
}

function ToMatter({ of, onOpen }: { of: NonNullable<Matter["mergedInto"]>; onOpen: (itemId: string) => void }) {
  const item = itemToOpen(of.items);
  const name = `${of.title} ${of.number}`;
  if (!item) return <span>{name}</span>;
  return (
    <button type="button" className="work-open" onClick={() => onOpen(item.id)}>
      {name}
    </button>
  );
}
