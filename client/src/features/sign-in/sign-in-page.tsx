import { SignInDocument } from "@maple-bridge/schema/documents";
import { useRouter } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { useSession } from "../../lib/session.tsx";
import { useCommand } from "../../lib/use-command.ts";
import { stringifySearch } from "../../lib/url-state.ts";
import { Door } from "./door.tsx";
import { RefusedNote } from "./refused-note.tsx";
import { signInRoute } from "./routes.tsx";

interface Credentials {
  name: string;
  password: string;
}

export function SignInPage() {
  const { t } = useTranslation("sign-in");
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<Problem>();
  const enter = useEnter();
  const [signIn, running] = useCommand(SignInDocument);

  async function submit(credentials: Credentials) {
    setProblem(undefined);
    const { data, problem: refused } = await signIn({ ...credentials, name: credentials.name.trim().toLowerCase() });
    if (data) return enter(data.signIn.mustChangePassword);
    setProblem(refused);
    form.setFieldValue("password", "");
    form.getFieldInstance("password")?.focus();
  }

  return (
    <Door title={t("title")}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => void submit(values)}>
        {problem ? <RefusedNote problem={problem} /> : null}
        <Form.Item
          name="name"
          label={t("name")}
          extra={t("nameHint")}
          rules={[{ required: true, message: t("nameNeeded") }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
        </Form.Item>
        <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("passwordNeeded") }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={running}>
          {t("submit")}
        </Button>
      </Form>
    </Door>
  );
}

function useEnter() {
  const { back = "/" } = signInRoute.useSearch();
  const { history } = useRouter();
  const session = useSession();
  return (mustChangePassword: boolean) => {
    session.startAnew();
    history.replace(mustChangePassword ? `/change-password${stringifySearch({ back, first: true })}` : back);
  };
}
