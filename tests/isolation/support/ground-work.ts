import { newId } from "@maple-bridge/server/kernel/ids";
import type { Station } from "./ground.ts";
import type { Put } from "./rows.ts";

const thisYear = "2026-01-01";

/** By when tasks are owed: everyone's. */
export const rule = {
  kind: "TASK",
  order_kind: null,
  urgency: "ORDINARY",
  revision: 1,
  unit: "MINUTES",
  warn_at_percent: 20,
  urges_when_due_soon: false,
  tells_at_any_hour: false,
  starts_at: thisYear,
};

/** A task of the station with all that hangs on work: known to who knows the item. */
export async function layWork(put: Put, station: Station, issuerUnitId: string, accountId: string) {
  const item_id = await layItem(put, station, issuerUnitId);
  const { audience, officer } = station;
  await layPhoto(put, station, item_id, accountId);
  const clock = { clock: "FEEDBACK", round: 1 };
  const clock_id = await put("work_clocks", audience, {
    ...clock,
    item_id,
    unit: "MINUTES",
    started_at: thisYear,
    started_sequence: 1,
    budget: 60,
    due_at: thisYear,
    warn_at: thisYear,
  });
  const past = { item_id, sequence: 1, at: thisYear, station_id: station.id, grid_id: station.grid };
  await put("work_pasts", audience, { ...past, duty: "RESPONSIBLE_OFFICER", member_id: null, outcome: null });
  await put("work_clock_moves", audience, { clock_id, sequence: 1, at: thisYear, due_before: thisYear });
  await put("work_pauses", audience, { item_id, starts_at: "2026-02-01", ends_at: "2026-02-02" });
  const request = { item_id, round: 1, asked_at: thisYear, asked_by: accountId, granted: null };
  await put("work_requests", audience, { ...request, kind: "EXTENSION", clock_id, asked: 2 });
  await put("work_requests", audience, { ...request, kind: "SUSPENSION", clock_id: null, asked: null });
  await put("work_requests", audience, { ...request, kind: "RETURN", clock_id: null, asked: null });
  const begun = {
    station_id: station.id,
    giver_id: officer,
    taker_id: station.auxiliary,
    begun_at: thisYear,
    begun_by: accountId,
    is_signed_by_giver: true,
  };
  const ended = { outcome: "DECLINED", ended_at: thisYear, ended_by: accountId };
  const handover_id = await put("handovers", audience, { ...begun, ...ended });
  await put("handover_items", audience, { handover_id, item_id, outcome: "CALLED_OFF" });
  await put("work_ticks", audience, {
    ...clock,
    item_id,
    clock_id,
    level: 3,
    kind: "OVERDUE",
    at: thisYear,
    told_at: thisYear,
  });
  const feedback = { item_id, round: 1, submitted_at: thisYear, submitted_by: officer };
  await put("scene_reports", audience, feedback);
  await put("case_answers", audience, { ...feedback, is_taken_on: true });
  await put("community_feedbacks", audience, { ...feedback, kind: "DISPUTE", is_resolved: true });
  await put("rectifications", audience, feedback);
  await put("linkage_responses", audience, { ...feedback, is_taken_on: true });
  await put("task_results", audience, feedback);
  await put("dispositions", audience, feedback);
}

/** A task for a seat of the station, with its first event: each of the two points at the other. */
function layItem(put: Put, station: Station, issuer_unit_id: string): Promise<string> {
  const eventId = newId();
  const address = { grid_id: station.grid, duty: "RESPONSIBLE_OFFICER", level: 3 };
  const item = {
    kind: "TASK",
    order_kind: null,
    card: null,
    outcome: null,
    feedback_type: null,
    seat_duty: null,
    urgency: "ORDINARY",
  };
  const since = {
    opens_at: thisYear,
    state: "ACCEPTED",
    state_since: thisYear,
    last_sequence: 1,
    last_event_at: thisYear,
  };
  return put(
    "work_items",
    station.audience,
    { ...address, ...item, ...since, station_id: station.id, issuer_unit_id, last_event_id: eventId },
    (item_id) => [
      [
        "work_events",
        {
          ...address,
          id: eventId,
          item_id,
          sequence: 1,
          at: thisYear,
          action: "ISSUE",
          from_state: null,
          to_state: "ACCEPTED",
          round: 1,
          cause: "PERSON",
          source: "DESK",
          clock: null,
          feedback_type: null,
        },
      ],
    ],
  );
}

/** A photo of an item is known to who knows the item. */
const layPhoto = (put: Put, { audience, officer }: Station, item_id: string, account_id: string) =>
  put("evidence_files", audience, {
    item_id,
    account_id,
    member_id: officer,
    round: 1,
    media_type: "image/jpeg",
    announced_at: thisYear,
    received_at: thisYear,
  });
