import { dayOf } from "@maple-bridge/server/kernel/day";
import type { Bureau, SignedIn } from "../../support/bureau.ts";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { type MadeGrid, makeGrid, makeMember, makeStation } from "../grids/ground.ts";

export const assignMember = /* GraphQL */ `
  mutation ($input: AssignMemberInput!) {
    assignMember(input: $input) {
      id
      state
      version
      startsAt
      endsAt
    }
  }
`;
export const assignMembers = /* GraphQL */ `
  mutation ($input: AssignMembersInput!) {
    assignMembers(input: $input) {
      id
      member {
        badge
      }
      grid {
        code
      }
    }
  }
`;
export const endAssignment = /* GraphQL */ `
  mutation ($input: EndAssignmentInput!) {
    endAssignment(input: $input) {
      id
      state
      version
      endsAt
      endReason
    }
  }
`;
export const replaceHolder = /* GraphQL */ `
  mutation ($input: ReplaceHolderInput!) {
    replaceHolder(input: $input) {
      id
      state
      startsAt
      endsAt
      member {
        badge
      }
    }
  }
`;
export const setStaffingStandard = /* GraphQL */ `
  mutation ($input: SetStaffingStandardInput!) {
    setStaffingStandard(input: $input) {
      id
      startsAt
      endsAt
      atLeast
      atMost
    }
  }
`;

export const withKey = (input: object) => ({ input: { idempotencyKey: newKey(), ...input } });

export const day = 24 * 3_600_000;
const start = Date.now();
/** A moment so many days from when the tests began: always the same one. */
export const fromNow = (days: number) => new Date(start + days * day);
/** The day of that moment in China. */
export const dayFromNow = (days: number) => dayOf(fromNow(days));

export interface MadeAssignment {
  id: string;
  version: number;
  state: string;
  startsAt: string;
  endsAt: string | null;
}

export interface Staffed {
  bureau: Bureau;
  stationId: string;
  grid: MadeGrid;
  officer: Awaited<ReturnType<typeof makeMember>>;
}

/** A bureau with a station, an enterprise grid without standards, and an officer. */
export async function makeStaffed(): Promise<Staffed> {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  return { bureau, stationId, grid: await makeGrid(bureau, stationId), officer: await makeMember(bureau, stationId) };
}

export async function assign(client: SignedIn, input: object): Promise<MadeAssignment> {
  const done = await client.run<{ assignMember: MadeAssignment }>(
    assignMember,
    withKey({ duty: "RESPONSIBLE_OFFICER", ...input }),
  );
  return done.assignMember;
}

export const demand = (bureau: Bureau, input: object) =>
  bureau.administrator.run(
    setStaffingStandard,
    withKey({
      gridKind: "ENTERPRISE",
      complexity: "ORDINARY",
      duty: "RESPONSIBLE_OFFICER",
      atLeast: 1,
      from: "2022-01-01T00:00:00+08:00",
      reason: "建立标准",
      ...input,
    }),
  );
