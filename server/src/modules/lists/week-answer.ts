import type { LineDecision, LineStanding, ListSource } from "./lists.enums.ts";

/** What is put on paper of the answer to the screen's own question about a member's week. */
export interface WeekAnswer {
  week: string;
  weekName: string;
  member: { name: string; badge: string } | null;
  station: { name: string };
  scheme: { lists: readonly { title: string; source: ListSource }[] } | null;
  lines: readonly LineAnswer[];
  review: ReviewAnswer | null;
}

export interface ReviewAnswer {
  revision: number;
  isCurrent: boolean;
  reopenedReason: string | null;
  signedAt: string | null;
  signer: string | null;
  onBehalfOf: { name: string } | null;
  digest: string | null;
  memberSigned: string | null;
  badgeSigned: string | null;
  stationSigned: string | null;
  lists: readonly { title: string; source: ListSource }[];
  comments: readonly CommentAnswer[];
}

/** A revision of it, as it was signed. */
export interface RevisionAnswer extends ReviewAnswer {
  lines: readonly LineAnswer[];
}

interface CommentAnswer {
  lineKey: string | null;
  text: string;
  saidAt: string;
  speaker: string;
}

export interface LineAnswer {
  key: string;
  source: ListSource;
  standing: LineStanding | null;
  title: string;
  number: string | null;
  gridName: string | null;
  duty: string | null;
  serves: string | null;
  dueOn: string | null;
  closedOn: string | null;
  isLate: boolean;
  isWaiting: boolean;
  isReturned: boolean;
  isLateEntry: boolean;
  needsAWord: boolean;
  photos: number;
  decision: LineDecision | null;
  decisionReason: string | null;
  decider: string | null;
  item: { evidence: readonly { id: string; receivedAt: string }[] } | null;
}
