const mobile = /^1[3-9]\d{9}$/;
const landline = /^(?:\(?(010|02\d|0[3-9]\d{2})\)?)-?([2-9]\d{6,7})(?:(?:-|转|转分机|分机|EXT\.?|X|#)(\d{1,6}))?$/i;
const local = /^[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?$/;
const separators = /[/,;、，；|]/;

export type PhoneFault = "PHONE_SHAPE" | "PHONE_AREA" | "PHONE_TWO";

/** A telephone number, already without blanks and in half width, as it is kept: 13800000000, 0359-2012345-801. */
export function readPhone(code: string): { value: string } | { fault: PhoneFault } {
  const given = code
    .replace(/^[/,;、，；|。.]+|[/,;、，；|。.]+$/g, "")
    .replace(/^(1[3-9]\d{9})\.0$/, "$1")
    .replace(/^\(?(?:\+|00)?86\)?-?(?=\(?[01])/, "");
  if (separators.test(given)) return { fault: "PHONE_TWO" };
  const compact = given.replaceAll("-", "");
  if (mobile.test(compact)) return { value: compact };
  const parts = landline.exec(given);
  if (parts) return { value: parts.slice(1).filter(Boolean).join("-") };
  return { fault: local.test(given) ? "PHONE_AREA" : "PHONE_SHAPE" };
}

const masks = [/^1\d{2}\*{4}\d{4}$/, /^0\d{2,3}-\*{4}\d{2}$/, /^\*{4}$/];

/** Whether it is a number as it is shown, and not as it is kept. */
export const isMaskedPhone = (text: string) => masks.some((mask) => mask.test(text));

/** A kept number as the database shows it (`maskedPhone`): 138****1234, 0359-****45. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const [, area, number] = /^(0\d{2,3})-(\d{7,8})(?:-|$)/.exec(phone) ?? [];
  return area && number ? `${area}-****${number.slice(-2)}` : "****";
}
