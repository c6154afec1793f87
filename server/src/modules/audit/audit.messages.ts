import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": { CHAIN_CHECK_UNDER_WAY: "日志链正在校验，请等待结果。" },
  en: { CHAIN_CHECK_UNDER_WAY: "The chain is being checked; wait for what it finds." },
});
