import { CreateStationDocument, type StationTemplate } from "@maple-bridge/schema/documents";
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { useCommand } from "../../lib/use-command.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { codeOf } from "./code-of.ts";

interface Values {
  name: string;
  template: StationTemplate;
  code?: string;
  openedOn?: string;
}

interface DialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (id: string) => void;
}

const templates: readonly StationTemplate[] = ["ONE_ROOM_ONE_TEAM", "TWO_TEAMS_ONE_ROOM"];

export function CreateStationDialog({ open, onClose, onMade }: DialogProps) {
  const { t } = useTranslation(["organisation", "words"]);
  const [createStation] = useCommand(CreateStationDocument);
  async function submit({ name, template, code, openedOn }: Values) {
    const { data, problem } = await createStation({ name, template, code: codeOf(code), openedOn });
    if (data) onMade(data.createStation.id);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("station.create")}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("create")}
      initialValues={{ template: "ONE_ROOM_ONE_TEAM", openedOn: today() }}
    >
      <Form.Item name="name" label={t("unit.name")} rules={[{ required: true }]}>
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="template" label={t("station.template")}>
        <Radio.Group className="stacked">
          {templates.map((template) => (
            <Radio key={template} value={template}>
              {t(`words:stationTemplate.${template}`)}
              <span className="note"> {t(`station.layout.${template}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
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
