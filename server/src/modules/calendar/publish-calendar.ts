import { changesOf, isNothing } from "#kernel/changes";
import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { assertNoneAgainst, deedsOf } from "#kernel/question";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { PublishCalendarInput } from "./calendar.inputs.ts";
import { openingFaults, shownChange } from "./calendar.rules.ts";
import { contentOf, assertDraft, inForceIn, lockCalendar, publish, revisionMeant } from "./calendar.store.ts";
import { calendarPublished } from "./questions.ts";
import { calendarRevision } from "./working-calendar.store.ts";

export const publishCalendar = (ctx: Context, input: PublishCalendarInput) =>
  inTransaction(ctx, "publishCalendar", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    const draft = revisionMeant(revisions, input.id);
    authorizeBureau(tx.actor, mayManageCalendar);
    assertDraft(draft, input);
    const faults: FieldFault[] = [];
    const note = checkText(faults, ["input", "note"], input.note, { required: true, most: 200 });
    assertValid(faults);
    const base = inForceIn(revisions);
    const content = await contentOf(tx, draft);
    const change = base ? changesOf(await contentOf(tx, base), content) : { before: {}, after: content };
    assertNoConflict(isNothing(change) ? [{ path: ["input", "id"], code: "CALENDAR_UNCHANGED" }] : []);
    assertNoConflict(openingFaults(content, dayOf(tx.now)));
    const [before, calendar] = [await calendarRevision(tx, base?.id ?? null), await calendarRevision(tx, draft.id)];
    const consequences = await calendarPublished.ask(tx, { before, calendar });
    assertNoneAgainst(consequences);
    await publish(tx, draft.id, note!);
    await record(
      tx,
      {
        action: "calendar.publish",
        entity: { type: "CalendarRevision", id: draft.id },
        ...shownChange(change, base?.number ?? null, draft.number),
        reason: note,
      },
      ...(await deedsOf(consequences)),
    );
    return { id: draft.id };
  });
