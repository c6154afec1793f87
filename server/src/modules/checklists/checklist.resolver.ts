import { checklistTemplates, workItems } from "@maple-bridge/drizzle/tables";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver } from "type-graphql";
import type { Context } from "#kernel/context";
import { mutation, mutations } from "#kernel/mutations";
import { OrderDirection } from "#kernel/order-direction";
import { asked, listOf, lists, one, PageArgs, pages, rowWhere, sql } from "#kernel/read";
import { WorkItem, WorkItemConnection } from "#modules/work";
import { applyChecklistPreset } from "./apply-checklist-preset.ts";
import { beginRun } from "./begin-run.ts";
import { ChecklistRunFilter, checklistOrders, ChecklistTemplateFilter, runOrders } from "./checklist-filter.types.ts";
import {
  ApplyChecklistPresetInput,
  BeginRunInput,
  DiscardChecklistDraftInput,
  DraftChecklistInput,
  FillRunLateInput,
  PublishChecklistInput,
  RenameChecklistInput,
  RetireChecklistInput,
  SetChecklistDraftInput,
} from "./checklist.inputs.ts";
import { ChecklistTemplate, ChecklistTemplateConnection, ChecklistVersion } from "./checklist.types.ts";
import { discardChecklistDraft } from "./discard-checklist-draft.ts";
import { draftChecklist } from "./draft-checklist.ts";
import { fillRunLate } from "./fill-run-late.ts";
import { previewChecklist } from "./preview-checklist.ts";
import { ChecklistPreview, ChecklistPreviewInput } from "./preview.types.ts";
import { publishChecklist } from "./publish-checklist.ts";
import { renameChecklist } from "./rename-checklist.ts";
import { retireChecklist } from "./retire-checklist.ts";
import { setChecklistDraft } from "./set-checklist-draft.ts";

export const ChecklistLists = lists({
  checklistTemplates: listOf({
    gives: ChecklistTemplateConnection,
    filter: ChecklistTemplateFilter,
    orders: checklistOrders,
    description: "The bureau's checklists 检查清单.",
  }),
});

@ArgsType()
class RunArgs extends PageArgs {
  @Field(() => ChecklistRunFilter, { nullable: true }) filter?: ChecklistRunFilter;
  @Field(() => runOrders.names, { defaultValue: "DAY" }) orderBy!: string;
  @Field(() => OrderDirection, { defaultValue: "DESC" }) direction!: string;
}

@Resolver()
export class ChecklistResolver {
  @Query(() => ChecklistTemplate, { nullable: true })
  @rowWhere(checklistTemplates, (template, reading) => sql`${template.id} = ${reading.arg("id", "uuid")!}`)
  checklistTemplate(@Arg("id", () => ID) _id: string): never {
    throw new Error("read by its source");
  }

  @Query(() => WorkItemConnection, { description: "The runs in your sight, over or not." })
  @pages(workItems, {
    where: (item, reading) => sql`(${item.kind} = 'RUN' and ${asked(item, reading)})`,
    hearsFilter: true,
    order: runOrders.order,
  })
  checklistRuns(@Args(() => RunArgs) _args: RunArgs): never {
    throw new Error("read by its source");
  }

  @Query(() => ChecklistPreview, {
    description: "What a version would bring, to whoever may draw it up; nothing is written.",
  })
  checklistPreview(
    @Arg("input", () => ChecklistPreviewInput) input: ChecklistPreviewInput,
    @Ctx() ctx: Context,
  ): Promise<ChecklistPreview> {
    return previewChecklist(ctx, input);
  }
}

@Resolver(() => WorkItem)
export class ChecklistOnItem {
  @FieldResolver(() => ChecklistVersion, { nullable: true, description: "Of a run: the version that it opened with." })
  @one(workItems.templateVersionId)
  checklist(): never {
    throw new Error("read by its source");
  }
}

const gives = ChecklistTemplate;

export const ChecklistMutations = mutations({
  draftChecklist: mutation({ input: DraftChecklistInput, gives, does: draftChecklist }),
  setChecklistDraft: mutation({ input: SetChecklistDraftInput, gives, does: setChecklistDraft }),
  publishChecklist: mutation({
    input: PublishChecklistInput,
    gives,
    does: publishChecklist,
    description:
      "Brings the draft into force from its start on, and ends the version before it; runs that are open keep theirs.",
  }),
  discardChecklistDraft: mutation({ input: DiscardChecklistDraftInput, gives, does: discardChecklistDraft }),
  renameChecklist: mutation({ input: RenameChecklistInput, gives, does: renameChecklist }),
  retireChecklist: mutation({ input: RetireChecklistInput, gives, does: retireChecklist }),
  applyChecklistPreset: mutation({
    input: ApplyChecklistPresetInput,
    gives: [ChecklistTemplate],
    does: applyChecklistPreset,
    description: "Gives the checklists that it has drafted, and those that were there already.",
  }),
  beginRun: mutation({ input: BeginRunInput, gives: [WorkItem], does: beginRun }),
  fillRunLate: mutation({
    input: FillRunLateInput,
    gives: WorkItem,
    does: fillRunLate,
    description: "补办: fills in a run that was missed. It is late for ever, and counts as missed in its week.",
  }),
});
