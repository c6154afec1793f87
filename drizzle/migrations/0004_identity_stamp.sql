ALTER TABLE "bureaus" ADD COLUMN "identity_stamp" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- The last transaction that changed who may do what in the bureau: who was looked up under the same stamp is still the same.
create or replace function announce_identity() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.bureau_id, old.bureau_id);
  stamp bigint := pg_current_xact_id()::text::bigint;
begin
  update bureaus set identity_stamp = stamp where bureau_id = changed and identity_stamp <> stamp;
  perform pg_notify('maple_identity', changed::text);
  return null;
end $$;
