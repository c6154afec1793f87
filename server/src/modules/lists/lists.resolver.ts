import { listSchemes } from "@maple-bridge/drizzle/tables";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, many, rowWhere, sql } from "#kernel/read";
import { DateTime, LocalDate } from "#kernel/scalars";
import { acceptAllClean } from "./accept-all-clean.ts";
import { acceptLines } from "./accept-lines.ts";
import { dropListScheme } from "./drop-list-scheme.ts";
import { applyListSchemePreset } from "./apply-list-scheme-preset.ts";
import { commentOnLine } from "./comment-on-line.ts";
import {
  AcceptLinesInput,
  ApplyListSchemePresetInput,
  CommentOnLineInput,
  DropListSchemeInput,
  ReopenWeekInput,
  ReturnLineInput,
  SetListSchemeInput,
  SignAnswer,
  SignCleanWeeksInput,
  SignWeekInput,
  WeekInput,
} from "./lists.inputs.ts";
import { lookAtWeek } from "./look-at-week.ts";
import { stationWeeks, weekCells } from "./matrix.rows.ts";
import { StationWeek, WeekCell } from "./matrix.types.ts";
import { reopenWeek } from "./reopen-week.ts";
import { returnLine } from "./return-line.ts";
import { schemeAsked } from "./scheme.rows.ts";
import { ListScheme } from "./scheme.types.ts";
import { setListScheme } from "./set-list-scheme.ts";
import { signCleanWeeks } from "./sign-clean-weeks.ts";
import { signWeek } from "./sign-week.ts";
import { unsignedWeeks } from "./unsigned-weeks.rows.ts";
import { UnsignedWeeks } from "./unsigned-weeks.types.ts";
import { weeks, WeekLists } from "./week-lists.types.ts";
import { isOfGrid } from "./week-lists.rows.ts";
import { WeekReviewFilter, weekReviewOrders } from "./week-review-filter.types.ts";
import { WeekReview, WeekReviewConnection } from "./week-review.types.ts";

const monday = "The week's Monday; another day is refused.";

export const ReviewLists = lists({
  weekReviews: listOf({
    gives: WeekReviewConnection,
    filter: WeekReviewFilter,
    orders: weekReviewOrders,
    direction: "DESC",
    description:
      "Reviews of weeks in your sight, each revision by itself; of a week of which nothing was decided there is none.",
  }),
});

@Resolver()
export class ListsResolver {
  @Query(() => ListScheme, {
    nullable: true,
    description:
      "What the three lists are called at a station: its own scheme, else the bureau's; null where neither is.",
  })
  @rowWhere(listSchemes, schemeAsked)
  listScheme(
    @Arg("unitId", () => ID, { nullable: true, description: "A station; the bureau's own without." }) _unitId?: string,
    @Arg("at", () => DateTime, { nullable: true, description: "The moment asked above, else now, when absent." })
    _at?: Date,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => WeekLists, {
    nullable: true,
    description: "The three lists 三张清单 of a member's week; null where the member was not of the station.",
  })
  @rowWhere(weeks, ({ memberId, stationId, isHome }, reading) => {
    const unit = reading.arg("unitId", "uuid");
    return sql`${memberId} = ${reading.arg("memberId", "uuid")!} and ${unit ? sql`${stationId} = ${unit}` : isHome}`;
  })
  threeLists(
    @Arg("memberId", () => ID) _memberId: string,
    @Arg("week", () => LocalDate, { description: monday }) _week: string,
    @Arg("unitId", () => ID, {
      nullable: true,
      description: "The station; without it the one that the member belonged to last in the week.",
    })
    _unitId?: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [WeekLists], {
    description:
      "The three lists of every member of a station in a week, or of those who held a seat at a grid; by badge.",
  })
  @many(weeks, {
    about: 60,
    where: ({ memberId, stationId, week }, reading) => {
      const grid = reading.arg("gridId", "uuid");
      return sql`${stationId} = ${reading.arg("unitId", "uuid")!} and ${grid ? isOfGrid({ memberId, week }, grid, reading) : sql`true`}`;
    },
    order: ({ memberId }, reading) => sql`
      (select m.badge from members m where m.bureau_id = ${reading.bureau} and m.id = ${memberId})`,
  })
  stationLists(
    @Arg("unitId", () => ID, { description: "The station." }) _unitId: string,
    @Arg("week", () => LocalDate, { description: monday }) _week: string,
    @Arg("gridId", () => ID, { nullable: true }) _gridId?: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [WeekCell], {
    description:
      "The members of a station, or of all stations of the bureau, by weeks, from a week on: by badge, then by week.",
  })
  @many(weekCells, {
    about: 480,
    order: ({ badge, memberId, week, stationId }) => sql`${badge}, ${memberId}, ${week}, ${stationId}`,
  })
  weekMatrix(
    @Arg("unitId", () => ID, { description: "The station, or a unit above stations." }) _unitId: string,
    @Arg("from", () => LocalDate, { description: monday }) _from: string,
    @Arg("weeks", () => Int, { description: "1 to 53." }) _weeks: number,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [StationWeek], {
    description:
      "The stations in your sight by weeks, from a week on, what their members' weeks come to: by the stations' codes, then by week.",
  })
  @many(stationWeeks, {
    about: 240,
    order: ({ stationId, week }, reading) => sql`
      (select u.code from units u where u.bureau_id = ${reading.bureau} and u.id = ${stationId}), ${stationId}, ${week}`,
  })
  stationMatrix(
    @Arg("from", () => LocalDate, { description: monday }) _from: string,
    @Arg("weeks", () => Int, { description: "1 to 53." }) _weeks: number,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [UnsignedWeeks], {
    description: "Of each station whose weeks you review, the last 8 that are over: what is still to be signed.",
  })
  @many(unsignedWeeks, {
    about: 50,
    order: ({ overdue, waiting, stationId }) => sql`${overdue} desc, ${waiting} desc, ${stationId}`,
  })
  unsignedWeeks(): never {
    throw new Error("read by its source");
  }
}

export const ListsMutations = mutations({
  setListScheme: mutation({
    input: SetListSchemeInput,
    gives: ListScheme,
    does: setListScheme,
    description: "Past weeks keep the scheme that they had.",
  }),
  applyListSchemePreset: mutation({
    input: ApplyListSchemePresetInput,
    gives: ListScheme,
    does: applyListSchemePreset,
    description: "责任/问题/任务 or 职责/任务/成绩.",
  }),
  dropListScheme: mutation({
    input: DropListSchemeInput,
    gives: ListScheme,
    does: dropListScheme,
    description: "恢复全局设置: ends a station's own scheme, and gives it. Past weeks keep the scheme that they had.",
  }),
  acceptLines: mutation({
    input: AcceptLinesInput,
    gives: WeekReview,
    does: acceptLines,
    description: "认可: all of the lines, or none.",
  }),
  acceptAllClean: mutation({
    input: WeekInput,
    gives: WeekReview,
    does: acceptAllClean,
    description:
      "Accepts every line against which nothing speaks (`isClean`) of the lists that the week's scheme names, and of others what needs a word.",
  }),
  returnLine: mutation({
    input: ReturnLineInput,
    gives: WeekReview,
    does: returnLine,
    description: "退回: so that it stands on the next week's list.",
  }),
  commentOnLine: mutation({ input: CommentOnLineInput, gives: WeekReview, does: commentOnLine, description: "批注." }),
  signWeek: mutation({
    input: SignWeekInput,
    gives: WeekReview,
    does: signWeek,
    description: "签发: freezes the week. Refused while results wait.",
  }),
  reopenWeek: mutation({
    input: ReopenWeekInput,
    gives: WeekReview,
    does: reopenWeek,
    description: "重新打开: another revision of this one week begins; what was signed stays.",
  }),
});

@Resolver()
export class ReviewMutations {
  @Mutation(() => [SignAnswer], {
    description: "Signs all weeks of a station that wait for no word, each by itself, with an answer for each member.",
  })
  signCleanWeeks(@Arg("input", () => SignCleanWeeksInput) input: SignCleanWeeksInput, @Ctx() ctx: Context) {
    return signCleanWeeks(ctx, input);
  }

  @Mutation(() => DateTime, { description: "You have looked at the week: what changes from now on is unread." })
  lookAtWeek(@Arg("input", () => WeekInput) input: WeekInput, @Ctx() ctx: Context) {
    return lookAtWeek(ctx, input);
  }
}
