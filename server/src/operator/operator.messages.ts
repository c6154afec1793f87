import { defineMessages } from "../kernel/messages.ts";

defineMessages({
  "zh-CN": {
    BUREAU_CODE_SHAPE: "公安局代码须为 2 到 20 个字母、数字或连字符。",
    BUREAU_CODE_TAKEN: "该公安局代码已存在。",
    NO_SUCH_BUREAU: "没有代码为 {code} 的公安局。",
    NO_SUCH_ACCOUNT: "没有账号 {name}。",
  },
  en: {
    BUREAU_CODE_SHAPE: "A bureau's code has 2 to 20 letters, digits and hyphens.",
    BUREAU_CODE_TAKEN: "There is a bureau with this code already.",
    NO_SUCH_BUREAU: "There is no bureau with the code {code}.",
    NO_SUCH_ACCOUNT: "There is no account {name}.",
  },
});
