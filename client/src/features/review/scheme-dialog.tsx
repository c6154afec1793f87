import {
  ApplyListSchemePresetDocument,
  DropListSchemeDocument,
  type ListPreset,
  type ListSource,
  SetListSchemeDocument,
} from "@maple-bridge/schema/documents";
import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { sources } from "./columns.ts";

interface SchemeList {
  title: string;
  source: ListSource;
}

interface Values {
  choice: ListPreset | "OWN" | "BUREAU";
  lists: SchemeList[];
}

interface SchemeDialogProps {
  station: { id: string; name: string };
  scheme: readonly SchemeList[] | undefined;
  /** It is the station's own, and may be given up for the bureau's. */
  mayDrop: boolean;
  open: boolean;
  onClose: () => void;
}

const choices = ["SET_A", "SET_B", "OWN"] as const satisfies readonly Values["choice"][];

/** One of the two sets that stations are reported to have, or titles of one's own. */
export function SchemeDialog({ station, scheme, mayDrop, open, onClose }: SchemeDialogProps) {
  const { t } = useTranslation("review");
  const [applyPreset] = useCommand(ApplyListSchemePresetDocument);
  const [dropScheme] = useCommand(DropListSchemeDocument);
  const [setScheme] = useCommand(SetListSchemeDocument);
  const usual = sources.slice(0, 3).map((source) => ({ title: t(`source.${source}`), source }));
  const own = scheme?.map(({ title, source }) => ({ title, source })) ?? usual;
  async function submit({ choice, lists }: Values) {
    const stationId = station.id;
    if (choice === "BUREAU") return (await dropScheme({ stationId })).problem;
    if (choice !== "OWN") return (await applyPreset({ stationId, preset: choice })).problem;
    return (await setScheme({ stationId, lists })).problem;
  }
  return (
    <FormDialog<Values>
      title={t("scheme.title", { name: station.name })}
      open={open}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ choice: scheme ? "OWN" : "SET_A", lists: own }}
    >
      <p className="note">{t("scheme.note")}</p>
      <Form.Item name="choice">
        <Radio.Group className="stacked">
          {[...choices, ...(mayDrop ? (["BUREAU"] as const) : [])].map((choice) => (
            <Radio key={choice} value={choice}>
              {t(`scheme.${choice}`)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.choice !== after.choice}>
        {({ getFieldValue }) =>
          getFieldValue("choice") === "OWN" ? own.map((list, at) => <ListFields key={list.source} at={at} />) : null
        }
      </Form.Item>
    </FormDialog>
  );
}

function ListFields({ at }: { at: number }) {
  const { t } = useTranslation("review");
  const number = at + 1;
  return (
    <div className="review-scheme-list">
      <Form.Item name={["lists", at, "title"]} label={t("scheme.listTitle", { number })} rules={[{ required: true }]}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name={["lists", at, "source"]} label={t("scheme.source")}>
        <Select options={sources.map((value) => ({ value, label: t(`source.${value}`) }))} />
      </Form.Item>
    </div>
  );
}
