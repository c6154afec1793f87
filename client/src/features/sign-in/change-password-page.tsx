import { ChangePasswordDocument, ViewerDocument } from "@maple-bridge/schema/documents";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { useCommand } from "../../lib/use-command.ts";
import { Door } from "./door.tsx";
import { DoorField } from "./door-field.tsx";
import { DoorForm } from "./door-form.tsx";
import { useFaults } from "./use-faults.ts";

interface ChangePasswordPageProps {
  first: true | undefined;
  onChanged: () => Promise<void>;
  onLeave: () => void;
}

export function ChangePasswordPage({ first, onChanged, onLeave }: ChangePasswordPageProps) {
  const { t } = useTranslation("sign-in");
  const { faults, problem, check, refuse } = useFaults(["currentPassword", "newPassword"]);
  const [changePassword, running] = useCommand(ChangePasswordDocument);

  const client = useClient();
  // The answer says whose password it is, so that it is nobody else's when it is sent.
  const whose = useMemo(() => client.query(ViewerDocument, {}).toPromise(), [client]);

  async function submit(values: Record<string, string>, form: HTMLFormElement) {
    const { currentPassword = "", newPassword = "", again = "" } = values;
    const wrong = {
      currentPassword: currentPassword ? [] : [t("passwordNeeded")],
      newPassword: newPassword ? [] : [t("passwordNeeded")],
      again: again === newPassword ? [] : [t("change.differs")],
    };
    if (!check(wrong, form)) return;
    await whose;
    const { problem: refused } = await changePassword({ currentPassword, newPassword });
    if (refused) return refuse(refused, form);
    return onChanged();
  }

  return (
    <Door title={t("change.title")}>
      {first ? <p className="note">{t("change.first")}</p> : null}
      <p className="note">{t("change.policy")}</p>
      <DoorForm problem={problem} running={running} submit={t("change.submit")} onSubmit={submit}>
        <DoorField
          name="currentPassword"
          type="password"
          label={t("change.current")}
          faults={faults["currentPassword"]}
          autoFocus
          autoComplete="current-password"
        />
        <DoorField
          name="newPassword"
          type="password"
          label={t("change.next")}
          faults={faults["newPassword"]}
          autoComplete="new-password"
        />
        <DoorField
          name="again"
          type="password"
          label={t("change.again")}
          faults={faults["again"]}
          autoComplete="new-password"
        />
      </DoorForm>
      {first ? null : (
        <button type="button" className="quiet-button door-leave" onClick={onLeave}>
          {t("change.leave")}
        </button>
      )}
    </Door>
  );
}
