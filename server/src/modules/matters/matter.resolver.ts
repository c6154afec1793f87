import { matterCategories, matters } from "@maple-bridge/drizzle/tables";
import { Arg, ID, Query, Resolver } from "type-graphql";
import { mutation, mutations } from "#kernel/mutations";
import { listOf, lists, many, rowWhere, sql } from "#kernel/read";
import { LocalDate } from "#kernel/scalars";
import { stepBy, WorkItem } from "#modules/work";
import { applyMatterCategoryPreset } from "./apply-matter-category-preset.ts";
import { addSealedContact } from "./add-sealed-contact.ts";
import { matterFlow } from "./flow.rows.ts";
import { MatterFlow } from "./flow.types.ts";
import { receiptHandedOn } from "./hand-receipt-on.ts";
import { categoriesAsked, MatterCategory } from "./matter-category.types.ts";
import { MatterFilter, matterOrders } from "./matter-filter.types.ts";
import { MatterKind } from "./matter.enums.ts";
import { matterMatrix } from "./matter-matrix.rows.ts";
import { MatrixPlace, MatterMatrixCell } from "./matter-matrix.types.ts";
import {
  AddSealedContactInput,
  ApplyMatterCategoryPresetInput,
  HandReceiptOnInput,
  MergeMattersInput,
  MoveMatterInput,
  RegisterMatterInput,
  RetireMatterCategoryInput,
  SetMatterCategoryInput,
  SettleMatterInput,
  SettleReceiptInput,
  UpdateMatterInput,
} from "./matter.inputs.ts";
import { Matter, MatterConnection } from "./matter.types.ts";
import { mergeMatters } from "./merge-matters.ts";
import { moveMatter } from "./move-matter.ts";
import { registerMatter } from "./register-matter.ts";
import { retireMatterCategory } from "./retire-matter-category.ts";
import { setMatterCategory } from "./set-matter-category.ts";
import { settleMatter } from "./settle-matter.ts";
import { receiptSettled } from "./settle-receipt.ts";
import { updateMatter } from "./update-matter.ts";

export const MatterLists = lists({
  matters: listOf({
    gives: MatterConnection,
    filter: MatterFilter,
    orders: matterOrders,
    direction: "DESC",
    description: "The matters in your sight 事项.",
  }),
});

@Resolver()
export class MatterResolver {
  @Query(() => Matter, { nullable: true })
  @rowWhere(matters, (matter, reading) => sql`${matter.number} = ${reading.arg("number", "text")!}`)
  matter(@Arg("number", () => String) _number: string): never {
    throw new Error("read by its source");
  }

  @Query(() => [MatterFlow], {
    description: "Matters found and settled from one day to another, both with it, in the unit and below it: by kind.",
  })
  @many(matterFlow, { about: 4, order: ({ position }) => position })
  matterFlow(
    @Arg("unitId", () => ID) _unitId: string,
    @Arg("from", () => LocalDate) _from: string,
    @Arg("to", () => LocalDate) _to: string,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [MatterCategory], { description: "By kind and place in the list." })
  @many(matterCategories, {
    about: 60,
    inAll: 1_000,
    where: categoriesAsked,
    order: (category) => sql`${category.kind}, ${category.position}, ${category.code}, ${category.revision}`,
  })
  matterCategories(
    @Arg("kind", () => MatterKind, { nullable: true }) _kind?: string,
    @Arg("always", () => Boolean, { defaultValue: false, description: "Past revisions too." }) _always?: boolean,
  ): never {
    throw new Error("read by its source");
  }

  @Query(() => [MatterMatrixCell], {
    description:
      "Counts of matters of a kind over some days, both with it, by category and place; only what is not nought.",
  })
  @many(matterMatrix, { about: 500, inAll: 20_000, order: ({ position, place }) => sql`${position}, ${place}` })
  matterMatrix(
    @Arg("kind", () => MatterKind) _kind: string,
    @Arg("from", () => LocalDate) _from: string,
    @Arg("until", () => LocalDate) _until: string,
    @Arg("by", () => MatrixPlace, { defaultValue: "STATION" }) _by: string,
    @Arg("unitId", () => ID, { nullable: true, description: "Of this unit and of those below it." }) _unitId?: string,
  ): never {
    throw new Error("read by its source");
  }
}

export const MatterMutations = mutations({
  registerMatter: mutation({
    input: RegisterMatterInput,
    gives: Matter,
    does: registerMatter,
    description: "登记: the first receiver has it in hand, by a receipt 首接, until another one accepts.",
  }),
  updateMatter: mutation({ input: UpdateMatterInput, gives: Matter, does: updateMatter }),
  moveMatter: mutation({
    input: MoveMatterInput,
    gives: Matter,
    does: moveMatter,
    description: "To another grid, and with it to its station. Nothing that is owed moves unless that is said.",
  }),
  mergeMatters: mutation({
    input: MergeMattersInput,
    gives: Matter,
    does: mergeMatters,
    description: "并案: gives the one that goes on. The other one is merged, which is not settled.",
  }),
  settleMatter: mutation({
    input: SettleMatterInput,
    gives: Matter,
    does: settleMatter,
    description: "Ends it, and its receipts.",
  }),
  settleReceipt: mutation({
    input: SettleReceiptInput,
    gives: WorkItem,
    does: stepBy("DISPOSE", receiptSettled),
    description: "当场处置: the receiver has dealt with it, and it ends.",
  }),
  handReceiptOn: mutation({
    input: HandReceiptOnInput,
    gives: WorkItem,
    does: stepBy("HAND_ON", receiptHandedOn),
    description:
      "转交: gives the receipt, which stays with whoever has it until the other one accepts theirs; whoever was asked before is asked no more.",
  }),
  addSealedContact: mutation({ input: AddSealedContactInput, gives: Matter, does: addSealedContact }),
  setMatterCategory: mutation({ input: SetMatterCategoryInput, gives: MatterCategory, does: setMatterCategory }),
  retireMatterCategory: mutation({
    input: RetireMatterCategoryInput,
    gives: MatterCategory,
    does: retireMatterCategory,
  }),
  applyMatterCategoryPreset: mutation({
    input: ApplyMatterCategoryPresetInput,
    gives: [MatterCategory],
    does: applyMatterCategoryPreset,
    description: "Gives the categories it set.",
  }),
});
