import { InboxOutlined, UploadOutlined } from "@ant-design/icons";
import type { ImportKind } from "@maple-bridge/schema/documents";
import { Button, Spin, Upload } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { useUpload } from "./use-upload.ts";

interface UploadBoxProps {
  kind: ImportKind;
  onMade: (id: string) => Promise<void> | void;
  /** The import whose file it corrects. */
  like?: string;
}

const accept = ".xlsx,.xls,.csv";

const uploading = (sending: boolean, send: (file: File) => Promise<void>) => ({
  accept,
  showUploadList: false,
  disabled: sending,
  beforeUpload: (file: File) => {
    void send(file);
    return false;
  },
});

/** A file is dropped on it, or chosen by a click or Enter. */
export function UploadBox({ kind, onMade }: UploadBoxProps) {
  const { t } = useTranslation("import");
  const { send, sending, problem } = useUpload(kind, onMade);
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Upload.Dragger className="import-upload" {...uploading(sending, send)}>
        {sending ? <Spin size="small" /> : <InboxOutlined />}{" "}
        <strong>{t(sending ? "upload.reading" : "upload.drop")}</strong>
        <div className="note">{t("upload.limits")}</div>
      </Upload.Dragger>
    </>
  );
}

/** The same where there is room for a button only. */
export function UploadButton({ kind, onMade, like, children }: UploadBoxProps & { children: ReactNode }) {
  const { send, sending, problem } = useUpload(kind, onMade, like);
  return (
    <>
      <Upload {...uploading(sending, send)}>
        <Button icon={<UploadOutlined />} loading={sending}>
          {children}
        </Button>
      </Upload>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}
