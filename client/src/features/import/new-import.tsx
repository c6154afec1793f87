import { DownloadOutlined } from "@ant-design/icons";
import type { ImportKind } from "@maple-bridge/schema/documents";
import { Button, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { Section } from "../../ui/section.tsx";
import { useTellProblem } from "../../ui/use-tell-problem.ts";
import { keepFile } from "../../lib/files.ts";
import { importKinds } from "./routes.tsx";
import { UploadBox } from "./upload-box.tsx";

interface NewImportProps {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onMade: (id: string) => void;
}

export function NewImport({ kind, onKind, onMade }: NewImportProps) {
  const { t } = useTranslation("import");
  const tell = useTellProblem();
  const template = () => keepFile(`/imports/template?kind=${kind}`, t(`template.${kind}`)).then(tell);
  return (
    <Section title={t("new.title")}>
      <div className="import-new">
        <Radio.Group
          aria-label={t("kind.label")}
          optionType="button"
          value={kind}
          onChange={({ target }) => onKind(target.value as ImportKind)}
          options={importKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Button icon={<DownloadOutlined />} onClick={() => void template()}>
          {t("template.download")}
        </Button>
        <span className="note">{t(`kind.hint.${kind}`)}</span>
      </div>
      <UploadBox key={kind} kind={kind} onMade={onMade} />
    </Section>
  );
}
