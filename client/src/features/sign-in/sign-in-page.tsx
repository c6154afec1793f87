import { SignInDocument } from "@maple-bridge/schema/documents";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { Door } from "./door.tsx";
import { DoorField } from "./door-field.tsx";
import { DoorForm } from "./door-form.tsx";
import { useFaults } from "./use-faults.ts";

export interface SignedIn {
  id: string;
  mustChangePassword: boolean;
}

interface SignInProps {
  /** Who is expected. */
  name?: string;
  onSignedIn: (viewer: SignedIn) => Promise<void> | void;
}

export function SignInPage(props: SignInProps) {
  const { t } = useTranslation("sign-in");
  return (
    <Door title={t("title")}>
      <SignInForm {...props} />
    </Door>
  );
}

export function SignInForm({ name: expected, onSignedIn }: SignInProps) {
  const { t } = useTranslation("sign-in");
  const { faults, problem, check, refuse } = useFaults([]);
  const secret = useRef<HTMLInputElement>(null);
  const [signIn, running] = useCommand(SignInDocument);

  async function submit({ name = "", password = "" }: Record<string, string>, form: HTMLFormElement) {
    const missing = { name: name.trim() ? [] : [t("nameNeeded")], password: password ? [] : [t("passwordNeeded")] };
    if (!check(missing, form)) return;
    const { data, problem: refused } = await signIn({ name: name.trim().toLowerCase(), password });
    if (data) return onSignedIn(data.signIn);
    refuse(refused, form);
    secret.current!.value = "";
    secret.current!.focus();
  }

  return (
    <DoorForm problem={problem} running={running} submit={t("submit")} onSubmit={submit}>
      <DoorField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        faults={faults["name"]}
        defaultValue={expected}
        autoFocus={!expected}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <DoorField
        name="password"
        type="password"
        label={t("password")}
        faults={faults["password"]}
        autoFocus={Boolean(expected)}
        autoComplete="current-password"
        ref={secret}
      />
    </DoorForm>
  );
}
