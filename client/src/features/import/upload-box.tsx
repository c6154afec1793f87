import { InboxOutlined } from "@ant-design/icons";
import type { ImportKind } from "@maple-bridge/schema/documents";
import { Spin, Upload } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { useUpload } from "./use-upload.ts";

interface UploadBoxProps {
  kind: ImportKind;
  onMade: (id: string) => Promise<void> | void;
}

/** A file is dropped on it, or chosen by a click or Enter. */
export function UploadBox({ kind, onMade }: UploadBoxProps) {
  const { t } = useTranslation("import");
  const { send, sending, problem } = useUpload(kind, onMade);
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Upload.Dragger
        className="upload-box"
        accept=".xlsx,.xls,.csv"
        showUploadList={false}
        disabled={sending}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        {sending ? <Spin size="small" /> : <InboxOutlined />}{" "}
        <strong>{t(sending ? "upload.reading" : "upload.drop")}</strong>
        <div className="note">{t("upload.limits")}</div>
      </Upload.Dragger>
    </>
  );
}
