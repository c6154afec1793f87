import { RouterProvider } from "@tanstack/react-router";
import { App as AntApp, ConfigProvider } from "antd";
import type { Locale as AntLocale } from "antd/es/locale";
import { useTranslation } from "react-i18next";
import { SessionProvider } from "../lib/session.tsx";
import { router } from "./router.ts";
import { goWhereRefused } from "./go-where-refused.ts";
import { theme } from "./theme.ts";

export function App({ words }: { words: Record<string, AntLocale> }) {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider theme={theme} locale={words[i18n.language]} button={{ autoInsertSpace: false }}>
      <AntApp message={{ maxCount: 3 }}>
        <SessionProvider onRefusal={goWhereRefused}>
          <RouterProvider router={router} />
        </SessionProvider>
      </AntApp>
    </ConfigProvider>
  );
}
