import { Button, Form } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ContactFields } from "./contact-fields.tsx";

const under = ["contacts", 0] as const;

/** How whoever called may be reached, where they want to be: folded away until it is asked for, and sent only while it is open. */
export function OptionalContact() {
  const { t } = useTranslation("work");
  const form = Form.useFormInstance();
  const [isOpen, setOpen] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    form.setFieldValue([...under, "role"], "CALLER");
    fields.current?.querySelector<HTMLInputElement>("input.ant-input")?.focus();
  }, [isOpen, form]);
  return (
    <>
      <Form.Item>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "register.noContact" : "party.add")}
        </Button>
      </Form.Item>
      {isOpen ? (
        <div ref={fields}>
          <ContactFields under={under} />
        </div>
      ) : null}
    </>
  );
}
