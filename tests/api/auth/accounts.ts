import { newKey } from "../../support/client.ts";
import type { Bureau } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";
import { clientOf } from "../../support/client.ts";

export const goodPassword = "Quiet-river-21";

const createAccount = `mutation ($input: CreateAccountInput!) {
  createAccount(input: $input) { firstPassword account { id name signInName mustChangePassword roles { id role unitId unitName isBureauWide } } }
}`;

export interface MadeAccount {
  id: string;
  name: string;
  signInName: string;
  password: string;
  grantId: string;
}

let made = 0;

/** An account made by the bureau's administrator, with its first password still to be changed. */
export async function makeAccount(bureau: Bureau, role = "MEMBER", unitId = bureau.rootId): Promise<MadeAccount> {
  const name = `wang${++made}`;
  const input = { idempotencyKey: newKey(), name, displayName: "王测试", roles: [{ role, unitId }] };
  const { createAccount: payload } = await bureau.administrator.run(createAccount, { input });
  const { id, signInName, roles } = payload.account;
  return { id, name, signInName, password: payload.firstPassword, grantId: roles[0].id };
}

interface From {
  address?: string;
  /** The value of the cookie by which a device is known. */
  device?: string;
}

/** The answer of a sign-in and, when it opened a session, a client with its cookie. */
export async function signIn(
  bureau: Pick<Bureau, "app">,
  name: string,
  password: string,
  idempotencyKey?: string,
  { address, device }: From = {},
) {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { id name mustChangePassword } }`;
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress: address,
    headers: device ? { cookie: `maple_device=${device}` } : {},
    payload: { query, variables: { input: { name, password, idempotencyKey } } },
  });
  const answer = response.json<{
    data: { signIn: { id: string; name: string; mustChangePassword: boolean } } | null;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  }>();
  const cookie = String(response.headers["set-cookie"] ?? "");
  const client: Client | undefined = cookie ? clientOf(bureau.app, { cookie: cookie.split(";")[0]! }) : undefined;
  const known = /maple_device=([\w-]+)/.exec(cookie)?.[1];
  return { answer, cookie, client, device: known, refusal: answer.errors?.[0] };
}

/** An account that has changed its first password, signed in by it. */
export async function signedIn(bureau: Bureau, role = "MEMBER", unitId = bureau.rootId) {
  const account = await makeAccount(bureau, role, unitId);
  const { client } = await signIn(bureau, account.signInName, account.password);
  const input = { idempotencyKey: newKey(), currentPassword: account.password, newPassword: goodPassword };
  await client!.run(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }`, { input });
  return { ...account, password: goodPassword, client: client! };
}

/** The newest rows of the audit log, as the administrator reads them. */
export async function auditOf(bureau: Bureau, entityId: string) {
  const { auditEntries } = await bureau.administrator.run(
    `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { action actorName accountId entityType before after } } }`,
    { filter: { entityId } },
  );
  return auditEntries.nodes as {
    action: string;
    actorName: string;
    accountId: string | null;
    entityType: string;
    before: unknown;
    after: unknown;
  }[];
}
