import { Button, Modal, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { useStayingLayer } from "../../lib/layers.ts";

interface ShownOnceProps {
  title: string;
  note: string;
  secrets: { label: string; text: string | null | undefined }[];
  open: boolean;
  onClose: () => void;
}

/** A secret that no one can look up again: it goes away only when the person says it is kept. */
export function ShownOnce({ title, note, secrets, open, onClose }: ShownOnceProps) {
  const { t } = useTranslation("accounts");
  useStayingLayer(open);
  return (
    <Modal
      open={open}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("kept")}
        </Button>
      }
    >
      <p>{note}</p>
      <dl className="account-secrets">
        {secrets
          .filter(({ text }) => text)
          .map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Typography.Text code copyable>
                  {text}
                </Typography.Text>
              </dd>
            </div>
          ))}
      </dl>
    </Modal>
  );
}
