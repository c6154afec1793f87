import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    RECHECK_STATION: "“{unit}”不是派出所。",
    RECHECK_MONTH_FIRST: "月份以当月第一天为准：{month}。",
    RECHECK_MONTH_NOT_OVER: "该月尚未结束，结束后才能抽查。",
    RECHECK_DRAWN_BEFORE: "该月已抽查过；再次抽查须说明理由。",
    RECHECK_NONE_ASKED: "该所每月抽查数为 0，请先由局管理员设置。",
    RECHECK_NOTHING_TO_DRAW: "该月没有（尚未抽到的）办结工作可抽查。",
    RECHECK_MEANWHILE: "该月刚刚已由他人抽查。",
    RECHECK_NOT_YOURS: "该复查不由您承办。",
    RECHECK_NO_RESULT: "该复查还没有结果。",
    RECHECK_DONE: "该复查已有结果，不能转交。",
    RECHECK_NOBODY_ELSE: "抽查名单中已没有其他可以承办的人。",
    RECHECK_RESULT_MEANWHILE: "该复查刚刚已有结果。",
  },
  en: {
    RECHECK_STATION: "{unit} is no station.",
    RECHECK_MONTH_FIRST: "A month is known by its first day: {month}.",
    RECHECK_MONTH_NOT_OVER: "The month is not over; it is drawn from afterwards.",
    RECHECK_DRAWN_BEFORE: "The month was drawn from before; another draw needs a reason.",
    RECHECK_NONE_ASKED: "None are to be drawn of this station; an administrator of the bureau sets the number.",
    RECHECK_NOTHING_TO_DRAW: "Of that month no closed work is left that could be drawn.",
    RECHECK_MEANWHILE: "Somebody has drawn from that month just now.",
    RECHECK_NOT_YOURS: "You were not drawn for that re-check.",
    RECHECK_NO_RESULT: "That re-check has no result yet.",
    RECHECK_DONE: "That re-check has its result, and is not passed on any more.",
    RECHECK_NOBODY_ELSE: "Nobody else of those who might check it is there.",
    RECHECK_RESULT_MEANWHILE: "That re-check was given its result just now.",
  },
});
