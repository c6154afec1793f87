import type { ImportLocale } from "./column.ts";
import type { RowError, RowErrorCode } from "./row-error.ts";

type Messages = Record<RowErrorCode, string>;

const messages: Record<ImportLocale, Messages> = {
  "zh-CN": {
    columnMissing: "文件中缺少这一列",
    required: "不能为空",
    tooLong: "不能超过 {max} 个字",
    storedAsNumber: "长数字被存成了数值，后面的数位已丢失，请把单元格设为文本后重新填写",
    formulaError: "公式出错，请改为填写内容",
    identityNumber: "含有身份证号，系统不保存身份证号，请删除",
    exampleRow: "这是模板中的示例行，请删除",
    codeFormat: "编码格式不对",
    badgeFormat: "警号或编号只能是字母、数字、点、横线，不超过 32 位",
    phoneFormat: "应为 11 位手机号或带区号的固定电话",
    notANumber: "应为整数",
    outOfRange: "应在 {min} 到 {max} 之间",
    notADate: "应为日期，如 2026-03-05",
    unknownWord: "应为以下之一：{allowed}",
    dutyMissing: "这一人员类别没有默认职务，请填写职务",
    duplicateCode: "与第 {otherRow} 行的网格编码重复",
    duplicateBadge: "与第 {otherRow} 行警号相同而姓名不同",
    duplicateSeat: "与第 {otherRow} 行重复：同一人在同一网格的同一职务（{gridCode}）",
    conflictingValue: "同一人与第 {otherRow} 行填写的不一致",
  },
  en: {
    columnMissing: "the file lacks this column",
    required: "must not be blank",
    tooLong: "at most {max} characters",
    storedAsNumber: "a long number was stored as a number and lost digits; set the cell to text and type it again",
    formulaError: "the formula failed; type the value instead",
    identityNumber: "holds an identity number, which is never kept; remove it",
    exampleRow: "this is the template's example row; delete it",
    codeFormat: "not a well-formed code",
    badgeFormat: "only letters, digits, dots and hyphens, 32 at most",
    phoneFormat: "a mobile number of 11 digits or a landline with its area code",
    notANumber: "must be a whole number",
    outOfRange: "must be from {min} to {max}",
    notADate: "must be a date such as 2026-03-05",
    unknownWord: "must be one of: {allowed}",
    dutyMissing: "this kind of member has no usual duty; name the duty",
    duplicateCode: "the same grid code as row {otherRow}",
    duplicateBadge: "the same badge as row {otherRow} with another name",
    duplicateSeat: "repeats row {otherRow}: the same member, grid and duty ({gridCode})",
    conflictingValue: "differs from row {otherRow} of the same member",
  },
};

/** What is wrong, without its row: `网格编码“41”：编码格式不对`. */
export function rowMessage(error: RowError, locale: ImportLocale): string {
  const text = messages[locale][error.code].replace(/\{(\w+)\}/g, (_, name: string) => String(error.params?.[name] ?? ""));
  const value = error.value === "" ? "" : quoted[locale](error.value);
  return `${error.column}${value}${colon[locale]}${text}`;
}

const quoted: Record<ImportLocale, (value: string) => string> = {
  "zh-CN": (value) => `“${value}”`,
  en: (value) => ` “${value}”`,
};

const colon: Record<ImportLocale, string> = { "zh-CN": "：", en: ": " };
