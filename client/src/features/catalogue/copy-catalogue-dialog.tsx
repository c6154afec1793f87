import {
  CopyDutyCatalogueDocument,
  type CopyDutyCatalogueMutation,
  DutyStationsDocument,
} from "@maple-bridge/schema/documents";
import { Alert, Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { useRead } from "../../lib/use-read.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Station } from "./station-note.tsx";

interface Values {
  stationIds: string[];
}

interface CopyCatalogueDialogProps {
  model: Station | undefined;
  open: boolean;
  onClose: () => void;
  onCopied: (copied: CopyDutyCatalogueMutation["copyDutyCatalogue"]) => void;
}

export function CopyCatalogueDialog({ model, open, onClose, onCopied }: CopyCatalogueDialogProps) {
  const { t } = useTranslation("duty-catalogue");
  const [copyDutyCatalogue] = useCommand(CopyDutyCatalogueDocument);
  const { data, loading } = useRead(DutyStationsDocument, {}, !open);
  const others = data?.bureau.stations.filter(({ id }) => id !== model?.id) ?? [];
  async function submit({ stationIds }: Values) {
    if (!model) return undefined;
    const { data: done, problem } = await copyDutyCatalogue({ modelId: model.id, stationIds });
    if (done) onCopied(done.copyDutyCatalogue);
    return problem;
  }
  return (
    <FormDialog<Values>
      title={t("copy.title", { name: model?.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      okText={t("copy.ok")}
    >
      <Form.Item name="stationIds" label={t("copy.to")} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          loading={loading}
          showSearch={{ optionFilterProp: "label" }}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Alert type="warning" showIcon title={t("copy.warning")} />
    </FormDialog>
  );
}
