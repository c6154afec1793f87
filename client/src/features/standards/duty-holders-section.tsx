import {
  type Duty,
  type MemberKind,
  SetDutyHoldersDocument,
  type StandardsQuery,
} from "@maple-bridge/schema/documents";
import { Button, Checkbox, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { useCommand } from "../../lib/use-command.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Section } from "../../ui/section.tsx";

type Holders = StandardsQuery["dutyHolders"][number];

const memberKinds: readonly MemberKind[] = [
  "OFFICER",
  "AUXILIARY",
  "MEDIATOR",
  "SECURITY_DIRECTOR",
  "GRID_WORKER",
  "VOLUNTEER",
  "LAWYER",
];

/** Which kinds of member may hold a duty. */
export function DutyHoldersSection({ holders }: { holders: readonly Holders[] }) {
  const { t } = useTranslation("standards");
  const [changing, setChanging] = useState<Duty>();
  const { bureau } = useViewer();
  const held = (duty: Duty) => holders.find((each) => each.duty === duty);
  return (
    <Section title={t("holders.title")}>
      <p className="note">{t("holders.note")}</p>
      <table className="standard-periods standard-holders">
        <tbody>
          {duties.map((duty) => (
            <HoldersRow
              key={duty}
              duty={duty}
              memberKinds={held(duty)?.memberKinds ?? []}
              onChange={may(held(duty) ?? bureau, "MANAGE_STANDARDS") ? () => setChanging(duty) : undefined}
            />
          ))}
        </tbody>
      </table>
      {changing ? <HoldersDialog duty={changing} held={held(changing)} onClose={() => setChanging(undefined)} /> : null}
    </Section>
  );
}

interface HoldersRowProps {
  duty: Duty;
  memberKinds: readonly MemberKind[];
  onChange: (() => void) | undefined;
}

function HoldersRow({ duty, memberKinds: held, onChange }: HoldersRowProps) {
  const { t } = useTranslation(["standards", "shell", "words"]);
  const name = t(`words:duty.${duty}`);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{held.map((kind) => t(`words:memberKind.${kind}`)).join(t("shell:mark.list")) || t("holders.nobody")}</td>
      <td>
        {onChange ? (
          <Button size="small" aria-label={t("holders.changeOf", { duty: name })} onClick={onChange}>
            {t("holders.change")}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

interface HoldersDialogProps {
  duty: Duty;
  /** None where nobody may hold it so far. */
  held: Holders | undefined;
  onClose: () => void;
}

function HoldersDialog({ duty, held, onClose }: HoldersDialogProps) {
  const { t } = useTranslation(["standards", "words"]);
  const [setDutyHolders] = useCommand(SetDutyHoldersDocument);
  return (
    <FormDialog<{ memberKinds: MemberKind[] }>
      title={t("holders.changeOf", { duty: t(`words:duty.${duty}`) })}
      open
      onClose={onClose}
      onSubmit={async (values) =>
        (await setDutyHolders({ duty, expectedVersion: held?.version ?? 0, ...values })).problem
      }
      initialValues={{ memberKinds: held?.memberKinds ?? [] }}
    >
      <Form.Item name="memberKinds" label={t("holders.kinds")} extra={t("holders.stay")}>
        <Checkbox.Group options={memberKinds.map((kind) => ({ value: kind, label: t(`words:memberKind.${kind}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
