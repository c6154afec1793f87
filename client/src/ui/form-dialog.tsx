import { Button, Form, Modal } from "antd";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { announce, everything } from "../lib/changes.ts";
import { useLayer } from "../lib/layers.ts";
import type { Problem } from "../lib/problem.ts";
import { Unchosen } from "../lib/use-sought.ts";
import { markFaults } from "./faults.ts";
import { ProblemNote } from "./problem-note.tsx";
import { useAtOpening } from "./use-at-opening.ts";
import "./form-dialog.css";

interface FormDialogProps<Values extends object> {
  title: string;
  open: boolean;
  onClose: () => void;
  /**
   * Gives back what went wrong; nothing when it worked, and the dialog closes. It is the one of when the dialog opened: what it knows of
   * the row, its version above all, is what the fields were filled from.
   */
  onSubmit: (values: Values, isOther: boolean) => Promise<Problem | undefined>;
  /** It worked, and the dialog lies over the page no more: whoever opens another thing then, opens it in the page's place. */
  onSent?: () => void;
  initialValues?: Partial<Values>;
  okText?: string;
  /** Another way to send the same form, by a button of its own and by Ctrl Shift Enter. */
  otherText?: string;
  width?: number;
  /** The address says whether it is open; else Back is told of it here. */
  isInAddress?: boolean;
  children: ReactNode;
}

/** A form in a dialog; Ctrl Enter sends it from any field. What a field that is needed says while it is empty, all say alike. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const [times, setTimes] = useState(0);
  useLayer(props.open && !props.isInAddress, props.onClose);
  return <Dialog key={times} {...props} onRenew={() => setTimes(times + 1)} />;
}

function Dialog<Values extends object>(props: FormDialogProps<Values> & { onRenew: () => void }) {
  const { t } = useTranslation("shell");
  const [form] = Form.useForm<Values>();
  const fields = useRef<HTMLDivElement>(null);
  const isOther = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [unchosen] = useState(() => new Set<string>());
  const onSubmit = useAtOpening(props.onSubmit, props.open);

  async function submit(values: Values) {
    if (unchosen.size > 0) return setProblem({ code: "UNCHOSEN", message: t("sought.unchosen"), faults: [] });
    setBusy(true);
    setProblem(undefined);
    const failed = await onSubmit(values, isOther.current);
    setBusy(false);
    if (!failed) {
      flushSync(props.onClose);
      return props.onSent?.();
    }
    if (isOutdated(failed)) announce({ types: [everything] });
    setProblem(markFaults(form, failed));
  }

  function send(inOtherWay: boolean) {
    isOther.current = inOtherWay && props.otherText !== undefined;
    form.submit();
  }

  return (
    <Modal
      className="form-dialog"
      title={props.title}
      open={props.open}
      width={props.width}
      okText={props.okText ?? t("save")}
      cancelText={t("cancel")}
      confirmLoading={busy}
      onOk={() => send(false)}
      footer={after(
        props.otherText ? (
          <Button disabled={busy} onClick={() => send(true)}>
            {props.otherText}
          </Button>
        ) : null,
      )}
      onCancel={props.onClose}
      afterOpenChange={(open) => open && firstField(fields.current)?.focus()}
      afterClose={() => setProblem(undefined)}
      destroyOnHidden
      forceRender={false}
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={props.initialValues}
        onFinish={(values) => void submit(values)}
        onKeyDown={(event) => isSubmit(event) && !busy && send(event.shiftKey)}
        scrollToFirstError
        validateMessages={{ required: t("form.needed") }}
      >
        {problem ? (
          <Form.Item>
            <ProblemNote
              problem={problem}
              onRetry={isOutdated(problem) ? props.onRenew : undefined}
              retryText={t("form.renew")}
            />
          </Form.Item>
        ) : null}
        <div ref={fields}>
          <Unchosen value={unchosen}>{props.children}</Unchosen>
        </div>
      </Form>
    </Modal>
  );
}

const after = (other: ReactNode) => (usual: ReactNode) => (
  <>
    {other}
    {usual}
  </>
);

const isSubmit = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === "Enter" && (ctrlKey || metaKey);

/** Somebody has changed the row since the dialog opened. */
const isOutdated = ({ faults }: Problem) => faults.some(({ code }) => code === "VERSION_MOVED");

/** Where one begins; while the dialog opens, nothing in it can be focused, and a calendar would open over it. */
const firstField = (fields: HTMLElement | null) =>
  fields?.querySelector<HTMLElement>("[data-first] input") ??
  firstMissing(fields) ??
  fields?.querySelector<HTMLElement>(".ant-input, .ant-input-number-input, .ant-radio-input:checked");

/** The first that is needed and empty. */
function firstMissing(fields: HTMLElement | null): HTMLElement | undefined {
  for (const item of fields?.querySelectorAll(".ant-form-item:has(.ant-form-item-required)") ?? []) {
    if (item.querySelector(".ant-picker, .ant-select-content-has-value")) continue;
    const input = item.querySelector<HTMLInputElement>(".ant-input, .ant-input-number-input, .ant-select input");
    if (input && !input.value) return input;
  }
  return undefined;
}
