import { Form } from "antd";
import { useEffect, useEffectEvent, useRef } from "react";

/** Stands in the form for what was typed: its fault shows at the field, and the form is not sent. */
export function TypedDayItem({ name, fault }: { name: string; fault: string | undefined }) {
  const form = Form.useFormInstance();
  const told = useRef<string>(undefined);
  const tell = useEffectEvent((next: string | undefined) => {
    if (next === told.current) return;
    told.current = next;
    // What it finds shows at the field.
    form.validateFields([name]).catch(() => undefined);
  });
  useEffect(() => tell(fault), [fault]);
  return (
    <Form.Item
      noStyle
      name={name}
      validateTrigger={[]}
      rules={[{ validator: () => (fault ? Promise.reject(new Error(fault)) : Promise.resolve()) }]}
    >
      <Nothing />
    </Form.Item>
  );
}

const Nothing = () => null;
