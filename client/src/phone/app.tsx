import { ConfigProvider } from "antd-mobile";
import en from "antd-mobile/es/locales/en-US";
import zhCN from "antd-mobile/es/locales/zh-CN";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { Router } from "wouter";
import { OtherViewer } from "../features/sign-in/other-viewer.tsx";
import { goWhereRefused } from "../lib/go-where-refused.ts";
import { makeClient } from "../lib/graphql-client.ts";
import { phoneHome } from "../lib/phone-place.ts";
import { useStanding } from "../lib/whose.ts";
import { PhoneShell } from "./shell.tsx";

const words = { "zh-CN": zhCN, en };
const client = makeClient(goWhereRefused);

/** All that is inside on a phone: pages of their own, which share with the others what is not drawn. */
export function App({ passwordChanged }: { passwordChanged: boolean }) {
  const { i18n } = useTranslation();
  if (useStanding() === "other") return <OtherViewer />;
  return (
    <ConfigProvider locale={words[i18n.language as keyof typeof words]}>
      <Provider value={client}>
        <Router base={phoneHome}>
          <PhoneShell passwordChanged={passwordChanged} />
        </Router>
      </Provider>
    </ConfigProvider>
  );
}
