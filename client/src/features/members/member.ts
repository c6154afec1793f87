import type { MemberDetailsQuery } from "@maple-bridge/schema/documents";
import { startOfDay } from "../../lib/dates.ts";

/** All that the drawer shows of one person. */
export type Member = Extract<NonNullable<MemberDetailsQuery["node"]>, { badge: string }>;
export type Absence = Member["absences"][number];
export type Post = Member["assignments"][number];

/** Posts that a leaving on that day would end, or take back before they begin. */
export const postsPast = ({ assignments }: Pick<Member, "assignments">, day: string) =>
  assignments.filter(
    ({ state, endsAt }) =>
      (state === "CURRENT" || state === "PLANNED") &&
      (endsAt === null || Date.parse(endsAt) > Date.parse(startOfDay(day))),
  );

export const isOver = ({ endsAt }: Pick<Absence, "endsAt">, now: number) =>
  endsAt !== null && Date.parse(endsAt) <= now;
