import { ChangePasswordDocument } from "@maple-bridge/schema/documents";
import { useRouter } from "@tanstack/react-router";
import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useSession } from "../../lib/session.tsx";
import { useCommand } from "../../lib/use-command.ts";
import { markFaults } from "../../ui/faults.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { Door } from "./door.tsx";
import { changePasswordRoute } from "./routes.tsx";

interface Passwords {
  currentPassword: string;
  newPassword: string;
  again: string;
}

export function ChangePasswordPage() {
  const { t } = useTranslation("sign-in");
  const [form] = Form.useForm<Passwords>();
  const { back = "/", first } = changePasswordRoute.useSearch();
  const { history } = useRouter();
  const { message } = App.useApp();
  const session = useSession();
  const [problem, setProblem] = useState<Problem>();
  const [changePassword, running] = useCommand(ChangePasswordDocument);

  async function submit({ currentPassword, newPassword }: Passwords) {
    setProblem(undefined);
    const { problem: refused } = await changePassword({ currentPassword, newPassword });
    if (refused) return setProblem(markFaults(form, refused));
    void message.success(t("changed"));
    session.startAnew();
    history.replace(back);
  }

  return (
    <Door title={t("change.title")}>
      {first ? <p className="note">{t("change.first")}</p> : null}
      <p className="note">{t("change.policy")}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        {problem ? (
          <Form.Item>
            <ProblemNote problem={problem} />
          </Form.Item>
        ) : null}
        <Form.Item
          name="currentPassword"
          label={t("change.current")}
          rules={[{ required: true, message: t("passwordNeeded") }]}
        >
          <Input.Password autoFocus autoComplete="current-password" size="large" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t("change.next")}
          rules={[{ required: true, message: t("passwordNeeded") }]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("change.again")}
          dependencies={["newPassword"]}
          rules={[
            {
              validator: (_rule, again) =>
                again === form.getFieldValue("newPassword")
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("change.differs"))),
            },
          ]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={running}>
          {t("change.submit")}
        </Button>
        {first ? null : (
          <Button type="link" block onClick={() => history.replace(back)}>
            {t("change.leave")}
          </Button>
        )}
      </Form>
    </Door>
  );
}
