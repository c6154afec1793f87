import { evidenceFiles, workItems } from "@maple-bridge/drizzle/tables";
import { Field, ID, Int, ObjectType } from "type-graphql";
import {
  column,
  From,
  type Fragment,
  join,
  literal,
  Node,
  one,
  type Reading,
  type Ref,
  type RowOf,
  rowUnder,
  sql,
  sqlOf,
} from "#kernel/read";
import { DateTime } from "#kernel/scalars";
import { Member } from "#modules/members";
import { actionsOf, withItem, WorkItem } from "#modules/work";
import { handingIn, recheckingIs } from "./authorize-photos.ts";

const arrayOf = (names: readonly string[]) => sql`array[${join(names.map(literal), ", ")}]`;

type Row = RowOf<typeof evidenceFiles>;

/** As the command takes them back: of the round under way, by who may give its feedback. */
function actionsOn(file: Row, reading: Reading): Fragment {
  const item = rowUnder(workItems, "brought");
  return sql`coalesce((
    select case when ${actionsOf(item, reading, String)} && case when ${file.isOfRecheck} then ${arrayOf([recheckingIs])} else ${arrayOf(handingIn)} end then array['REMOVE_EVIDENCE'] end from work_items brought
    where brought.bureau_id = ${reading.bureau} and brought.id = ${file.itemId} and brought.round = ${file.round}), '{}'::text[])`;
}

const isSupplement = (
  { itemId, round, announcedAt, isOfRecheck }: Row,
  reading: Reading,
) => sql`(not ${isOfRecheck} and coalesce((
  select max(e.at) < ${announcedAt} from work_events e where e.bureau_id = ${reading.bureau} and e.item_id = ${itemId} and e.round = ${round}
    and e.action in ('SUBMIT', 'FILL_LATE')), false))`;

const pathOf = ({ id, receivedAt }: Row, ending = "") =>
  sql`case when ${receivedAt} is not null then '/evidence/' || ${id}::text${ending ? sql` || '/thumbnail'` : sql``} end`;

@ObjectType({
  implements: Node,
  description:
    "A photo of a work item, or one that was announced and has not come: then what is known of its picture is null. It is sent to `POST /evidence/<workItemId>`. What is kept is upright and without metadata.",
})
@From(evidenceFiles, withItem)
export class EvidenceFile {
  @Field(() => ID) @column(evidenceFiles.id) id!: string;
  @Field(() => WorkItem) @one(evidenceFiles.itemId) item!: Ref<WorkItem>;
  @Field(() => Int, { description: "The item's round that it belongs to." })
  @column(evidenceFiles.round)
  round!: number;
  @Field(() => Boolean, { description: "Brought by who checked the work again after it was closed." })
  @column(evidenceFiles.isOfRecheck)
  isOfRecheck!: boolean;
  @Field(() => Boolean, {
    description: "补充: brought after the feedback of its round was handed in, and before that was assessed.",
  })
  @sqlOf(evidenceFiles, isSupplement)
  isSupplement!: boolean;
  @Field(() => String, { description: "SHA-256 of the file as it was sent, in hex." })
  @column(evidenceFiles.sentDigest)
  sentDigest!: string;
  @Field(() => String, { nullable: true, description: "Where its picture is to be had, on this server." })
  @sqlOf(evidenceFiles, (file) => pathOf(file))
  url?: string;
  @Field(() => String, { nullable: true, description: "The same, no side longer than 320 pixels; always WebP." })
  @sqlOf(evidenceFiles, (file) => pathOf(file, "/thumbnail"))
  thumbnailUrl?: string;
  @Field(() => String, { nullable: true, description: "image/jpeg, image/png or image/webp." })
  @column(evidenceFiles.mediaType)
  mediaType?: string;
  @Field(() => String, { nullable: true, description: "SHA-256 of the picture as it is kept and given out, in hex." })
  @column(evidenceFiles.keptDigest)
  keptDigest?: string;
  @Field(() => String, { nullable: true }) @column(evidenceFiles.thumbnailDigest) thumbnailDigest?: string;
  @Field(() => Int, { nullable: true, description: "Of the picture as it is kept." })
  @column(evidenceFiles.bytes)
  bytes?: number;
  @Field(() => Int, { nullable: true, description: "In pixels, upright." }) @column(evidenceFiles.width) width?: number;
  @Field(() => Int, { nullable: true }) @column(evidenceFiles.height) height?: number;
  @Field(() => DateTime, { nullable: true, description: "From when it counts." })
  @column(evidenceFiles.receivedAt)
  receivedAt?: string;
  @Field(() => Member, { nullable: true, description: "Who brought it; null too when out of your sight." })
  @one(evidenceFiles.memberId)
  member?: Ref<Member>;
  @Field(() => [String]) @sqlOf(evidenceFiles, actionsOn) viewerMay!: string[];
}
