import { CreateUnitDocument, type UnitFilter, type UnitKind } from "@maple-bridge/schema/documents";
import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { useUnit } from "../../ui/use-units.ts";
import { codeOf } from "./code-of.ts";

interface Values {
  parentId: string;
  kind: UnitKind;
  name: string;
  code?: string;
  openedOn?: string;
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
  parentId?: string;
}

/** All that may stand below another but stations, which have a dialog of their own, with their layout. */
const madeHere: UnitKind[] = ["COMMAND_ROOM", "DESK", "TEAM", "ZONE", "POLICE_ROOM", "WORKSTATION", "PARTNER"];
const mayHoldUnits: UnitFilter = { openOnly: true, mayHold: madeHere };

export function CreateUnitDialog({ open, onClose, onMade, parentId }: DialogProps) {
  const { t } = useTranslation("organisation");
  const [createUnit] = useCommand(CreateUnitDocument);
  async function submit({ code, ...values }: Values) {
    const { data, problem } = await createUnit({ ...values, code: codeOf(code) });
    if (data) onMade(data.createUnit.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("unit.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("create")}
      initialValues={{ parentId, openedOn: today() }}
    >
      <Form.Item name="parentId" label={t("unit.parent")} rules={[{ required: true }]}>
        <UnitSelect filter={mayHoldUnits} />
      </Form.Item>
      <KindField />
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="code" label={t("unit.code")} extra={t("unit.codeHint")}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="openedOn" label={t("unit.opened")}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

/** Only the kinds that may stand under the chosen parent. */
function KindField() {
  const { t } = useTranslation(["organisation", "words"]);
  const parentId = Form.useWatch<string | undefined>("parentId");
  const parent = useUnit(mayHoldUnits, parentId);
  const kinds = parent?.childKinds.filter((kind) => madeHere.includes(kind)) ?? [];
  return (
    <Form.Item name="kind" label={t("unit.kind")} rules={[{ required: true }]}>
      <Select
        disabled={kinds.length === 0}
        placeholder={parentId ? t("unit.chooseKind") : t("unit.parentFirst")}
        options={kinds.map((kind) => ({ value: kind, label: t(`words:unitKind.${kind}`) }))}
      />
    </Form.Item>
  );
}
