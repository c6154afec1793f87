import "i18next";
import type accounts from "./zh-CN/accounts.json";
import type api from "./zh-CN/api.json";
import type audit from "./zh-CN/audit.json";
import type grids from "./zh-CN/grids.json";
import type history from "./zh-CN/history.json";
import type importing from "./zh-CN/import.json";
import type members from "./zh-CN/members.json";
import type organisation from "./zh-CN/organisation.json";
import type shell from "./zh-CN/shell.json";
import type signIn from "./zh-CN/sign-in.json";
import type standards from "./zh-CN/standards.json";
import type words from "./zh-CN/words.json";
import type workbench from "./zh-CN/workbench.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    returnNull: false;
    resources: {
      accounts: typeof accounts;
      api: typeof api;
      audit: typeof audit;
      grids: typeof grids;
      history: typeof history;
      import: typeof importing;
      members: typeof members;
      organisation: typeof organisation;
      shell: typeof shell;
      "sign-in": typeof signIn;
      standards: typeof standards;
      words: typeof words;
      workbench: typeof workbench;
    };
  }
}
