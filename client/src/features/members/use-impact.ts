import { MemberImpactDocument, type MemberImpactQuery } from "@maple-bridge/schema/documents";
import { startOfDay } from "../../lib/dates.ts";
import { useRead } from "../../lib/use-read.ts";
import { type Member, type Post, postsPast } from "./member.ts";

type Read = Extract<NonNullable<MemberImpactQuery["node"]>, { openWork: unknown }>;
type Seat = Read["assignments"][number]["grid"]["seats"][number];

/** A post that somebody leaves for good or for a time, and what hangs on it. */
export interface LostPost {
  post: Post;
  /** Open work of the seat, which stays the seat's; undefined until it is known. */
  openWork: number | undefined;
  /** Who else holds the duty at the grid then. */
  others: readonly NonNullable<Seat["holder"]>[];
  /** The standard asks for more than those. */
  isMissed: boolean;
  mayAssign: boolean;
}

/** What is lost where the member is not there from the day on, or until another day. */
export function useImpact(member: Member, from: string | undefined, to?: string): LostPost[] {
  const variables = { id: member.id, at: from ? startOfDay(from) : undefined };
  const { data } = useRead(MemberImpactDocument, variables, from === undefined);
  const read = data?.node && "openWork" in data.node ? data.node : undefined;
  if (!from) return [];
  const posts = postsPast(member, from).filter(
    ({ startsAt }) => !to || Date.parse(startsAt) < Date.parse(startOfDay(to)),
  );
  return posts.map((post) => lost(post, member, read));
}

function lost(post: Post, member: Member, read: Read | undefined): LostPost {
  const held = read?.assignments.find(({ id }) => id === post.id);
  const seats = held?.grid.seats.filter(({ duty }) => duty === post.duty) ?? [];
  const others = seats.flatMap(({ holder }) => (holder && holder.id !== member.id ? [holder] : []));
  const work = read?.openWork.filter(({ grid, duty }) => grid?.id === post.grid.id && duty === post.duty);
  return {
    post,
    openWork: work?.length,
    others,
    isMissed: seats.filter(({ isRequired }) => isRequired).length > others.length,
    mayAssign: held?.grid.viewerMay.includes("ASSIGN_MEMBERS") ?? false,
  };
}
