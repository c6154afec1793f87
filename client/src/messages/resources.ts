import "i18next";
import type api from "./zh-CN/api.json";
import type shell from "./zh-CN/shell.json";
import type signIn from "./zh-CN/sign-in.json";
import type words from "./zh-CN/words.json";
import type workbench from "./zh-CN/workbench.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    returnNull: false;
    resources: {
      api: typeof api;
      shell: typeof shell;
      "sign-in": typeof signIn;
      words: typeof words;
      workbench: typeof workbench;
    };
  }
}
