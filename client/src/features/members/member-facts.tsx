import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { DateText } from "../../ui/date-text.tsx";
import { PhoneText } from "../../ui/phone-text.tsx";
import { Details } from "../../ui/details.tsx";
import type { Member } from "./member.ts";
import { StandIn } from "./stand-in.tsx";
import { StatusLight } from "./status-light.tsx";

export function MemberFacts({ member }: { member: Member }) {
  const { t } = useTranslation(["members", "words"]);
  const { load, currentAbsence, unit, phone } = member;
  const gone = member.leftOn ? [{ label: t("leftOn"), value: <DateText value={member.leftOn} /> }] : [];
  const standing = (
    <>
      <StatusLight member={member} />
      {currentAbsence ? <StandIn person={currentAbsence.standIn} /> : null}
    </>
  );
  return (
    <Details
      items={[
        { label: t("status"), value: standing },
        { label: t("kind"), value: t(`words:memberKind.${member.kind}`) },
        { label: t("unit"), value: unit?.name ?? t("outOfSight") },
        { label: t("phone"), value: phone ? <PhoneText member={member} /> : undefined },
        { label: t("joinedOn"), value: <DateText value={member.joinedOn} /> },
        ...gone,
        {
          label: t("load.title"),
          value: t("load.summary", { seats: countText(load.seats), grids: countText(load.grids) }),
        },
        {
          label: t("load.people"),
          value: t("load.peopleSummary", {
            households: countText(load.households),
            population: countText(load.population),
          }),
        },
      ]}
    />
  );
}
