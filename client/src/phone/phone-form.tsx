import { Button, Form } from "antd-mobile";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import { markFaults } from "../ui/faults.ts";
import { ProblemSaid } from "./note.tsx";

interface PhoneFormProps<Values extends object> {
  initialValues?: Partial<Values>;
  sendText: string;
  /** Gives back what went wrong; nothing when it worked. */
  onSend: (values: Values) => Promise<Problem | undefined>;
  onSent: () => void;
  onChange?: (values: Values) => void;
  children: ReactNode;
}

/** A form on a page of its own, with the button that sends it always in reach. What is wrong is told at its field, and the first of it is brought into sight. */
export function PhoneForm<Values extends object>(props: PhoneFormProps<Values>) {
  const { t } = useTranslation("shell");
  const [form] = Form.useForm();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const top = useRef<HTMLDivElement>(null);

  async function send(values: Values) {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const failed = await props.onSend(values);
    setBusy(false);
    if (!failed) return props.onSent();
    const rest = markFaults(form, failed);
    setProblem(rest);
    show();
  }

  /** What is wrong is drawn a moment later. */
  const show = () =>
    requestAnimationFrame(() => {
      const wrong = top.current?.querySelector(".adm-form-item-feedback-error, [role=alert]");
      wrong?.scrollIntoView({ block: "center" });
    });

  return (
    <div ref={top} className="phone-form">
      {problem ? <ProblemSaid problem={problem} /> : null}
      <Form
        form={form}
        layout="vertical"
        {...(props.initialValues && { initialValues: props.initialValues })}
        onFinish={(values: Values) => void send(values)}
        onFinishFailed={show}
        onValuesChange={() => props.onChange?.(form.getFieldsValue(true) as Values)}
        validateMessages={{ required: t("form.needed"), whitespace: t("form.needed") }}
        footer={
          <Button block type="submit" color="primary" size="large" loading={busy}>
            {props.sendText}
          </Button>
        }
      >
        {props.children}
      </Form>
    </div>
  );
}
