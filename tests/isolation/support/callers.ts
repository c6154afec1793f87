import type { Sql } from "postgres";
import { allRoles, type Role } from "@maple-bridge/server/kernel/actor";
import { hashOfSecret, newSecret, sessionText, tokenText } from "@maple-bridge/server/kernel/secrets";
import { canary } from "./canaries.ts";
import { type Ground, inUnit } from "./ground.ts";

export const places = ["bureau", "station", "room"] as const;
export type Place = (typeof places)[number];
export const ways = ["session", "WRITE", "READ"] as const;
export type Way = (typeof ways)[number];

/** Somebody of a bureau who asks: a role over all of it, its first station or that station's police room. */
export interface Caller {
  name: string;
  bureau: string;
  number: number;
  role?: Role;
  place: Place;
  way: Way;
  accountId: string;
  headers: Record<string, string>;
}

export const stranger = (bureau: string): Caller => ({
  ...{ name: "a stranger", bureau, number: 0, place: "room", way: "session", accountId: "", headers: {} },
});

/** Every role over every place, each with a session and both kinds of token. */
export async function layCallers(sql: Sql, ground: Ground): Promise<Caller[]> {
  await sql`select set_config('maple.bureau_id', ${ground.id}, false)`;
  const callers: Caller[] = [];
  for (const role of allRoles)
    for (const place of places)
      callers.push(...(await layCaller(ground, callers.length / ways.length + 1, role, place)));
  return callers;
}

/** An administrator of the whole bureau who has not changed the first password yet. */
export async function layNewcomer(ground: Ground): Promise<Caller> {
  const { put, id, letter, rootId } = ground;
  const accountId = await put("accounts", "self0", { must_change_password: true });
  await put("role_grants", "self0", { account_id: accountId, role: "BUREAU_ADMINISTRATOR", unit_id: rootId });
  const cookie = `maple_session=${sessionText(id, await laySession(ground, "self0", accountId))}`;
  const name = "who must change the password";
  return { name, bureau: letter, number: 0, place: "bureau", way: "session", accountId, headers: { cookie } };
}

async function layCaller(ground: Ground, number: number, role: Role, place: Place): Promise<Caller[]> {
  const { put, letter, rootId, stations, id: bureauId } = ground;
  const audience = `self${number}`;
  const unit = { bureau: rootId, station: stations[0].id, room: stations[0].policeRoom }[place];
  const home = place === "room" ? "p1" : "s1";
  const own = canary({ bureau: letter, audience: `own${number}${home}`, place: "members.phone" });
  const member = role === "MEMBER" && (await put("members", home, { kind: "OFFICER", phone: own }, inUnit(unit)));
  const accountId = await put("accounts", audience, {
    must_change_password: false,
    ...(member ? { member_id: member } : {}),
  });
  await put("role_grants", audience, { account_id: accountId, role, unit_id: unit });
  const headers = {
    session: { cookie: `maple_session=${sessionText(bureauId, await laySession(ground, audience, accountId))}` },
    WRITE: { authorization: `Bearer ${tokenText(bureauId, await layToken(ground, audience, accountId, "WRITE"))}` },
    READ: { authorization: `Bearer ${tokenText(bureauId, await layToken(ground, audience, accountId, "READ"))}` },
  };
  return ways.map((way): Caller => {
    const name = `${role} over the ${place} by ${way}`;
    return { name, bureau: letter, number, role, place, way, accountId, headers: headers[way] };
  });
}

async function laySession({ put }: Ground, audience: string, account_id: string) {
  const secret = newSecret();
  const now = new Date();
  await put("sessions", audience, {
    account_id,
    secret_hash: hashOfSecret(secret),
    last_seen_at: now,
    expires_at: new Date(now.getTime() + hours(12)),
  });
  return secret;
}

async function layToken({ put }: Ground, audience: string, account_id: string, scope: "READ" | "WRITE") {
  const secret = newSecret();
  const now = new Date();
  await put("api_tokens", audience, {
    account_id,
    scope,
    secret_hash: hashOfSecret(secret),
    created_at: now,
    expires_at: new Date(now.getTime() + hours(12)),
  });
  return secret;
}

const hours = (count: number) => count * 3_600_000;
