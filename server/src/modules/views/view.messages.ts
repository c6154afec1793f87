import { defineMessages } from "#kernel/messages";

defineMessages({
  "zh-CN": {
    LIST_PAGE_UNKNOWN: "没有这样的页面。",
    LIST_COLUMNS: "请至少选一列，至多 {most} 列。",
    LIST_VIEWS_TOO_MANY: "一个页面最多保存 {most} 个视图，请先删除不用的。",
    LIST_VIEW_NAME: "您在此页已有同名的视图。",
    LIST_VIEW_OF_ANOTHER_PAGE: "该视图属于另一个页面。",
  },
  en: {
    LIST_PAGE_UNKNOWN: "There is no such page.",
    LIST_COLUMNS: "Choose one column at least and {most} at most.",
    LIST_VIEWS_TOO_MANY: "A page has {most} views of yours at most; delete one that you do not use.",
    LIST_VIEW_NAME: "Another of your views of this page has that name.",
    LIST_VIEW_OF_ANOTHER_PAGE: "That view is of another page.",
  },
});
