import { Button } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { Section } from "../../ui/section.tsx";
import { AbsenceActions } from "./absence-actions.tsx";
import { isOver, type Member } from "./member.ts";
import { Period } from "./period.tsx";
import { RecordAbsenceDialog } from "./record-absence-dialog.tsx";

export function AbsenceSection({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const [recording, setRecording] = useState(false);
  return (
    <Section
      title={t("absence.title")}
      actions={
        may(member, "RECORD_ABSENCE") ? (
          <Button size="small" onClick={() => setRecording(true)}>
            {t("absence.record")}
          </Button>
        ) : undefined
      }
    >
      {member.absences.length > 0 ? <AbsenceTable member={member} /> : <p className="note">{t("absence.none")}</p>}
      <RecordAbsenceDialog member={member} open={recording} onClose={() => setRecording(false)} />
    </Section>
  );
}

/** The moment the member was read at, by this browser's clock. */
const momentOf = (_read: Member) => Date.now();

function AbsenceTable({ member }: { member: Member }) {
  const { t } = useTranslation("members");
  const now = useMemo(() => momentOf(member), [member]);
  const acts = member.absences.some((absence) => absence.viewerMay.length > 0);
  return (
    <table className="member-lines">
      <thead>
        <tr>
          <th scope="col">{t("absence.period")}</th>
          <th scope="col">{t("absence.reason")}</th>
          <th scope="col">{t("absence.substitute")}</th>
          {acts ? <th scope="col">{t("absence.do")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {member.absences.map((absence) => (
          <tr key={absence.id} className={isOver(absence, now) ? "member-over" : undefined}>
            <td>
              <Period {...absence} openEnd={t("absence.toOpen")} />
            </td>
            <td>{absence.reason ?? "—"}</td>
            <td>{absence.substitute ? <PersonName {...absence.substitute} /> : "—"}</td>
            {acts ? (
              <td>
                <AbsenceActions absence={absence} member={member} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
