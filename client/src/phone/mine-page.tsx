import { Button } from "antd-mobile";
import { useTranslation } from "react-i18next";
import { changePasswordAddress } from "../lib/doors.ts";
import { phoneHome } from "../lib/phone-place.ts";
import { useSignOut } from "../lib/use-sign-out.ts";
import { useViewer } from "../lib/viewer.tsx";
import { LocaleSwitch } from "../ui/locale-switch.tsx";
import { ThemeSwitch } from "../ui/theme-switch.tsx";
import { PageHead } from "./page-head.tsx";
import { sayProblem } from "./told.tsx";

/** Who one is here, the language, light or dark, the other pages, and the way out. */
export function MinePage() {
  const { t } = useTranslation(["phone", "shell", "words"]);
  const { displayName, name, roles, bureau } = useViewer();
  const signOut = useSignOut();
  async function leave() {
    const problem = await signOut();
    if (problem) sayProblem(problem);
  }
  return (
    <>
      <PageHead title={t("mine.title")} />
      <div className="phone-page phone-mine">
        <p>
          <strong>{displayName}</strong> <span className="note">{name}</span>
        </p>
        <p>{bureau.name}</p>
        <ul className="plain">
          {roles.map(({ id, role, unitName }) => (
            <li key={id} className="note">
              {t(`words:role.${role}`)} · {unitName}
            </li>
          ))}
        </ul>
        <LocaleSwitch />
        <ThemeSwitch />
        <a href="/recheck?mine=1">{t("mine.rechecks")}</a>
        <a href="/my-work">{t("mine.desk")}</a>
        <a href={changePasswordAddress({ back: phoneHome })}>{t("shell:account.changePassword")}</a>
        <Button block onClick={() => void leave()}>
          {t("shell:account.signOut")}
        </Button>
      </div>
    </>
  );
}
