import type { FieldFault } from "#kernel/errors";

export const leastLength = 10;
export const longEnoughAlone = 16;
const mostLength = 200;
const leastKinds = 3;
const leastDistinct = 4;

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/** Of those that get past length and kinds, the ones that are tried first. */
const commonest = new Set(
  `password123 password1234 password12345 password@123 password123! p@ssword123 p@ssw0rd123 p@ssw0rd1234 passw0rd123 passw0rd@123
  admin@123456 admin123456 admin@1234 admin12345! administrator1 administrator@123 qwerty12345 qwerty123456 qwerty@12345 qwer1234!@#$
  1qaz2wsx3edc 1qaz@wsx3edc 1qaz!qaz2wsx !qaz2wsx3edc 1qazxsw23edc zaq12wsxcde3 aa123456789 aa12345678 abc1234567 abc@123456 abcd@12345
  abc123456789 abcd1234!@#$ a123456789 a1234567890 welcome123 welcome@123 welcome1234 woaini1314520 woaini520. gongan110110 police110110
  123456789a. 1234567890a 123456abc! huawei@123 changeme123 changeme@123 test@123456 root@123456 iloveyou123 letmein12345
  12345678901234567890 1234567890123456 0123456789012345 qwertyuiopasdfghjkl qwertyuiopasdfgh abcdefghijklmnopqrstuvwxyz abcdefghijklmnop passwordpassword
  maplebridge fengqiao110110`.split(/\s+/),
);

/** All that is wrong with a new password; full-width letters count as the plain ones they look like. */
export function passwordFaults(path: FieldFault["path"], password: string, accountName: string): FieldFault[] {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  const kindsUsed = kinds.filter((kind) => kind.test(text)).length;
  const checks: [boolean, Omit<FieldFault, "path">][] = [
    [length < leastLength, { code: "PASSWORD_TOO_SHORT", params: { least: leastLength } }],
    [length > mostLength, { code: "TOO_LONG", params: { most: mostLength } }],
    [
      length >= leastLength && length < longEnoughAlone && kindsUsed < leastKinds,
      { code: "PASSWORD_TOO_PLAIN", params: { kinds: leastKinds, alone: longEnoughAlone } },
    ],
    [text.toLowerCase().includes(accountName.toLowerCase()), { code: "PASSWORD_HOLDS_NAME" }],
    [isCommon(text), { code: "PASSWORD_COMMON" }],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, { code, params }]) => ({ path, code, params }));
}

const isCommon = (text: string) => commonest.has(text.toLowerCase()) || new Set(text).size < leastDistinct;
