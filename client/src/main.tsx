import en from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { startLocale } from "./lib/locale.ts";
import "./styles.css";

async function start() {
  await startLocale();
  createRoot(document.getElementById("root")!).render(<App words={{ "zh-CN": zhCN, en }} />);
}

void start();
