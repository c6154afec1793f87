import type { Duty, PersonFieldsFragment, WorkFactsFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../lib/viewer.tsx";
import { Light } from "../light.tsx";
import { PersonName } from "../person-name.tsx";

interface Address {
  grid?: { name: string } | null;
  duty?: Duty | null;
  member?: PersonFieldsFragment | null;
  unit?: { name: string } | null;
  /** Of a linkage order, where the unit itself is out of reach. */
  partner?: { name: string } | null;
  level: number;
}

/** Of work that has gone up so far, whose unit is out of reach for a station. */
const bureauLevel = 0;

/** To whom it is addressed: a seat by grid and duty, a unit, a member. */
export function WorkAddress({ address: { grid, duty, member, unit, partner, level } }: { address: Address }) {
  const { t } = useTranslation("words");
  const { bureau } = useViewer();
  if (duty) return <span>{[grid?.name, t(`duty.${duty}`)].filter(Boolean).join(" · ")}</span>;
  if (unit ?? partner) return <span>{(unit ?? partner)?.name}</span>;
  if (member) return <PersonName name={member.name} badge={member.badge} />;
  return level === bureauLevel ? <span>{bureau.name}</span> : <span className="absent">—</span>;
}

/** Who answers for it now, or that nobody does. */
export function WorkAnswerers({
  item,
}: {
  item: Pick<WorkFactsFragment, "isVacant" | "responsible" | "unit" | "partner">;
}) {
  const { t } = useTranslation("work");
  if (item.isVacant) return <Light tone="bad">{t((item.unit ?? item.partner) ? "unclaimed" : "vacant")}</Light>;
  if (item.responsible.length === 0) return <span className="absent">—</span>;
  return (
    <span className="work-people">
      {item.responsible.map((person) => (
        <PersonName key={person.id} name={person.name} badge={person.badge} />
      ))}
    </span>
  );
}
