import { insertMembers } from "../../support/dated-rows.ts";
import { newId } from "@maple-bridge/server/kernel/ids";
import type { Bureau, SignedIn } from "../../support/bureau.ts";
import { newKey, type Refused } from "../../support/client.ts";

export const requestConsent = `mutation ($input: RequestConsentInput!) { requestConsent(input: $input) {
  id kind state role unitName reason viewerMay account { id } requestedBy { id } } }`;
export const confirmConsent = `mutation ($input: ConsentCommandInput!) { confirmConsent(input: $input) {
  firstPassword consent { id state decidedBy { id } } } }`;
export const declineConsent = `mutation ($input: ConsentCommandInput!) { declineConsent(input: $input) { id state decidedBy { id } } }`;

export const keyed = <T extends object>(input: T) => ({ input: { idempotencyKey: newKey(), ...input } });

/** An administrator's or auditor's role for the account, asked for by the bureau's administrator. */
export const askForRole = (bureau: Bureau, accountId: string, role = "AUDITOR") =>
  keyed({ kind: "GRANT_ROLE", accountId, role, unitId: bureau.rootId, reason: "试设审计" });

/** Asked for by the bureau's administrator: the consent's id. */
export async function asked(bureau: Bureau, variables: ReturnType<typeof keyed>): Promise<string> {
  return (await bureau.administrator.run(requestConsent, variables)).requestConsent.id;
}

/** A role that takes consent, asked for by the bureau's administrator and confirmed by another one. */
export async function grantGuarded(bureau: Bureau, other: SignedIn, accountId: string, role: string) {
  const id = await asked(bureau, askForRole(bureau, accountId, role));
  await other.run(confirmConsent, keyed({ id }));
}

export const otherAdministrator = (bureau: Bureau, memberId?: string) =>
  bureau.signIn({ role: "BUREAU_ADMINISTRATOR", memberId });

export const told = ({ code, fields }: Pick<Refused, "code" | "fields">) => [
  code,
  ...fields.map((field) => `${field.path.join(".")} ${field.code}`),
];

export async function makeMember(bureau: Bureau): Promise<string> {
  const id = newId();
  const member = {
    bureauId: bureau.id,
    id,
    unitId: bureau.rootId,
    kind: "OFFICER",
    badge: id.slice(-8).toUpperCase(),
    name: "李测试",
  };
  await bureau.sql((sql) => insertMembers(sql, [{ ...member, nameInitials: "lcs" }]));
  return id;
}
