import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import en from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { OtherViewer } from "../features/sign-in/other-viewer.tsx";
import { goWhereRefused } from "../lib/go-where-refused.ts";
import { makeClient } from "../lib/graphql-client.ts";
import { sayDone } from "../lib/telling.ts";
import { useIsDark } from "../lib/theme.ts";
import { useStanding } from "../lib/whose.ts";
import { keepCalendarsInLanguage } from "./calendars.ts";
import { router } from "./router.ts";
import { themeNow } from "./theme.ts";

const words = { "zh-CN": zhCN, en };
keepCalendarsInLanguage();
const client = makeClient(goWhereRefused);

/** All that is inside. */
export function App({ passwordChanged }: { passwordChanged: boolean }) {
  const { i18n } = useTranslation();
  const isDark = useIsDark();
  const theme = useMemo(() => themeNow(isDark), [isDark]);
  if (useStanding() === "other") return <OtherViewer />;
  return (
    <ConfigProvider
      theme={theme}
      locale={words[i18n.language as keyof typeof words]}
      button={{ autoInsertSpace: false }}
    >
      <div className="inside">
        {passwordChanged ? <PasswordChanged /> : null}
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </div>
    </ConfigProvider>
  );
}

/** Said inside, because the page where it was done is left with it. */
function PasswordChanged() {
  const { t } = useTranslation("sign-in");
  useEffect(() => sayDone(t("changed")), [t]);
  return null;
}
