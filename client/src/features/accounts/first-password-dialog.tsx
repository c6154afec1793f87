import { useTranslation } from "react-i18next";
import { ShownOnce } from "./shown-once.tsx";

export interface HandedPassword {
  /** Left out where the account could not be read after it was made. */
  signInName?: string;
  firstPassword: string | null;
}

/** To hand over with the sign-in name; null when the answer was lost and cannot be given again. */
export function FirstPasswordDialog({ handed, onClose }: { handed: HandedPassword | undefined; onClose: () => void }) {
  const { t } = useTranslation("accounts");
  return (
    <ShownOnce
      title={t("first.title")}
      note={t(handed?.firstPassword ? "first.note" : "first.lost")}
      secrets={[
        { label: t("account.signInName"), text: handed?.signInName },
        { label: t("first.password"), text: handed?.firstPassword },
      ]}
      open={handed !== undefined}
      onClose={onClose}
    />
  );
}
