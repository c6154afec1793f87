import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { Section } from "../../ui/section.tsx";
import { WhenSeen } from "../../ui/when-seen.tsx";

const DutyMatrix = lazily(
  withWords("pictures", () => import("../../ui/pictures/duty-matrix.tsx")),
  "DutyMatrix",
);

/** Which station lacked whom on the later of the two days. */
export function DayDuties({ day, isNow }: { day: string; isNow: boolean }) {
  const { t } = useTranslation("compare");
  return (
    <Section title={t("duties", { day: isNow ? t("now") : t("end", { day }) })}>
      <WhenSeen>
        <DutyMatrix at={isNow ? undefined : day} />
      </WhenSeen>
    </Section>
  );
}
