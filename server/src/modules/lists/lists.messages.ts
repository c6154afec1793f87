import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    WEEK_NOT_A_MONDAY: "一周以周一为准：{day} 所在周的周一是 {monday}。",
    LIST_SCHEME_STATION: "“{unit}”不是派出所。",
    LIST_SCHEME_NOT_OWN: "该所没有自己的清单设置，用的就是全局设置。",
    LIST_SCHEME_THREE: "清单须为三张。",
    LIST_SCHEME_SOURCE_TWICE: "同一来源只能用于一张清单。",
    LIST_SCHEME_MEANWHILE: "清单设置刚刚已被他人修改。",
    WEEK_SIGNED: "该周已由 {signer} 于 {at} 签发，不能再改；需要更正的，请局管理员说明理由后重新打开。",
    WORK_IN_SIGNED_WEEK:
      "{number} 办结（或漏办）所在的一周（{week}）已由 {signer} 于 {at} 签发，只有局管理员可以重开。",
    WEEK_NOT_SIGNED: "该周尚未签发，或已重新打开。",
    WEEK_NOT_OVER: "该周尚未结束，{day} 起可以签发。",
    WEEK_OWN: "不能审核自己的清单。",
    WEEK_OF_A_CHIEF: "所长的清单由局里审核。",
    WEEK_LINES_WAIT: "还有 {count} 条待审核。",
    WEEK_LINES_NEED_A_WORD: "还有 {count} 条需要处理：待审核、逾期或漏办。",
    WEEK_MEANWHILE: "该周刚刚已被他人处理。",
    WEEK_LINE_UNKNOWN: "该周清单中没有这一条。",
    WEEK_LINE_TWICE: "同一条选了两次。",
    WEEK_DUE_IN_THE_PAST: "时限不能早于今天。",
    WEEK_LINE_NOT_RETURNED: "“{title}”还没有可以退回的结果。",
  },
  en: {
    WEEK_NOT_A_MONDAY: "A week is known by its Monday: that of {day} is {monday}.",
    LIST_SCHEME_STATION: "{unit} is no station.",
    LIST_SCHEME_NOT_OWN: "The station has no lists of its own: it has the bureau's.",
    LIST_SCHEME_THREE: "There are three lists.",
    LIST_SCHEME_SOURCE_TWICE: "A source makes one list only.",
    LIST_SCHEME_MEANWHILE: "Somebody has set the lists just now.",
    WEEK_SIGNED:
      "The week was signed by {signer} on {at} and does not change any more. An administrator of the bureau may reopen it with a reason.",
    WORK_IN_SIGNED_WEEK:
      "The week of {week}, in which {number} was closed or missed, was signed by {signer} on {at}: only an administrator of the bureau may open it again.",
    WEEK_NOT_SIGNED: "The week is not signed, or was reopened.",
    WEEK_NOT_OVER: "The week is not over; it may be signed from {day}.",
    WEEK_OWN: "Nobody reviews their own lists.",
    WEEK_OF_A_CHIEF: "The bureau reviews the lists of a chief.",
    WEEK_LINES_WAIT: "{count} results still wait to be accepted or returned.",
    WEEK_LINES_NEED_A_WORD: "{count} lines need a word: they wait, are late or were missed.",
    WEEK_MEANWHILE: "Somebody has seen to that week just now.",
    WEEK_LINE_UNKNOWN: "The week has no such line.",
    WEEK_LINE_TWICE: "A line is named twice.",
    WEEK_DUE_IN_THE_PAST: "It cannot be due before today.",
    WEEK_LINE_NOT_RETURNED: "Of {title} there is nothing yet that could be returned.",
  },
});
