import type { Transaction } from "../kernel/command.ts";
import type { Database } from "../kernel/database/database.ts";
import { defineConstraint } from "../kernel/database/refusals.ts";
import type { FieldFault } from "../kernel/errors.ts";
import { assertValid } from "../kernel/faults.ts";
import { newId } from "../kernel/ids.ts";
import { initialsOf } from "../kernel/pinyin.ts";
import { record } from "../kernel/record.ts";
import { checkText } from "../kernel/text.ts";
import {
  checkAccountName,
  hashPassword,
  insertAccount,
  insertGrants,
  newFirstPassword,
} from "../modules/auth/index.ts";
import { publishFirstCalendar } from "../modules/calendar/index.ts";
import { setUsualDeadlines } from "../modules/work/index.ts";
import { asOperator } from "./as-operator.ts";
import { usualDutyHolders } from "./usual-duty-holders.ts";
import "./operator.messages.ts";

defineConstraint("bureaus_code_unique", { path: ["input", "code"], code: "BUREAU_CODE_TAKEN" });

export interface NewBureau {
  /** 2 to 20 letters, digits and hyphens: what stands after the `@` of a sign-in name. */
  code: string;
  name: string;
  /** The name of its first administrator's account. */
  administrator?: string;
}

export interface CreatedBureau {
  bureauId: string;
  rootUnitId: string;
  accountId: string;
  signInName: string;
  /** To be changed at first sign-in; kept nowhere. */
  firstPassword: string;
}

/** A bureau with the root of its unit tree, the usual holders of each duty, the calendar as it is announced, and its first administrator. */
export async function createBureau(database: Database, bureau: NewBureau): Promise<CreatedBureau> {
  const { code, name, administrator } = check(bureau);
  const [bureauId, rootUnitId, accountId] = [newId(), newId(), newId()];
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  const account = { id: accountId, name: administrator, displayName: "局管理员", memberId: null, passwordHash };
  await asOperator(database, bureauId, async (tx) => {
    await insertBureau(tx, code, name, rootUnitId);
    await insertAccount(tx, account);
    await setUsualDeadlines(tx);
    await insertGrants(tx, accountId, [{ id: newId(), role: "BUREAU_ADMINISTRATOR", unitId: rootUnitId }]);
    const calendarPublished = await publishFirstCalendar(tx);
    await record(
      tx,
      { action: "bureau.create", entity: { type: "Bureau", id: bureauId }, after: { code, name } },
      {
        action: "account.create",
        entity: { type: "Account", id: accountId },
        after: { name: administrator, roles: [{ role: "BUREAU_ADMINISTRATOR", unitId: rootUnitId, unitName: name }] },
      },
      calendarPublished,
    );
  });
  return { bureauId, rootUnitId, accountId, signInName: `${administrator}@${code}`, firstPassword };
}

function check({ code, name, administrator = "admin" }: NewBureau) {
  const faults: FieldFault[] = [];
  if (!/^[0-9A-Za-z-]{2,20}$/.test(code)) faults.push({ path: ["input", "code"], code: "BUREAU_CODE_SHAPE" });
  const checked = {
    code,
    name: checkText(faults, ["input", "bureauName"], name, { required: true, most: 60 })!,
    administrator: checkAccountName(faults, administrator),
  };
  assertValid(faults);
  return checked;
}

async function insertBureau({ sql, bureauId, now }: Transaction, code: string, name: string, rootUnitId: string) {
  await sql`insert into bureaus ${sql({ bureauId, code, name, createdAt: now })}`;
  await sql`insert into units ${sql({ bureauId, id: rootUnitId, kind: "BUREAU", name, nameInitials: initialsOf(name), level: 0 })}`;
  const holders = Object.entries(usualDutyHolders).flatMap(([duty, kinds]) =>
    kinds.map((memberKind) => ({ bureauId, id: newId(), duty, memberKind })),
  );
  await sql`insert into duty_holders ${sql(holders)}`;
}
