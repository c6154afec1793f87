CREATE TABLE "consents" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text,
	"unit_id" uuid,
	"reason" text NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"by_operator" boolean DEFAULT false NOT NULL,
	"decided_at" timestamp with time zone,
	"account_person" uuid,
	"requested_person" uuid,
	"decided_person" uuid,
	CONSTRAINT "consents_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "consents_kind" CHECK ("consents"."kind" in ('GRANT_ROLE', 'RESET_PASSWORD')),
	CONSTRAINT "consents_state" CHECK ("consents"."state" in ('PENDING', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
	CONSTRAINT "consents_shape" CHECK (("consents"."kind" = 'GRANT_ROLE') = ("consents"."role" is not null) and ("consents"."role" is null) = ("consents"."unit_id" is null)),
	CONSTRAINT "consents_role" CHECK ("consents"."role" in ('BUREAU_ADMINISTRATOR', 'AUDITOR')),
	CONSTRAINT "consents_by_another" CHECK ("consents"."state" <> 'CONFIRMED' or "consents"."by_operator" or ("consents"."decided_person" is not null and "consents"."decided_person" <> "consents"."requested_person" and "consents"."decided_person" <> "consents"."account_person"))
);
--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "person_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_requested_by" FOREIGN KEY ("bureau_id","requested_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_decided_by" FOREIGN KEY ("bureau_id","decided_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_state_index" ON "consents" USING btree ("bureau_id","state","requested_at");--> statement-breakpoint
call maple_guard('consents');
--> statement-breakpoint
create unique index consents_pending_once on consents (bureau_id, account_id, kind, role, unit_id) nulls not distinct
  where state = 'PENDING';
--> statement-breakpoint
-- Accounts of one member are one person; an account without a member is one by itself.
create function person_of(bureau uuid, account uuid) returns uuid language sql stable as $$
  select coalesce(a.member_id, a.id) from accounts a where a.bureau_id = bureau and a.id = account
$$;
--> statement-breakpoint
alter table accounts no force row level security;
--> statement-breakpoint
alter table role_grants no force row level security;
--> statement-breakpoint
update role_grants g set person_id = coalesce(a.member_id, a.id) from accounts a where a.bureau_id = g.bureau_id and a.id = g.account_id;
--> statement-breakpoint
alter table role_grants force row level security;
--> statement-breakpoint
alter table accounts force row level security;
--> statement-breakpoint
alter table role_grants drop constraint role_grants_administrator_is_no_auditor;
--> statement-breakpoint
alter table role_grants add constraint role_grants_administrator_is_no_auditor
  exclude using gist ((md5(bureau_id::text || person_id::text)::uuid) with =, (case role when 'AUDITOR' then 1 else 0 end) with <>)
  where (role in ('BUREAU_ADMINISTRATOR', 'AUDITOR'));
--> statement-breakpoint
-- The account is held until the grant has committed: whose it is cannot change meanwhile.
create function keep_person_of_grant() returns trigger language plpgsql as $$
begin
  select coalesce(a.member_id, a.id) into new.person_id from accounts a
    where a.bureau_id = new.bureau_id and a.id = new.account_id for share;
  new.person_id := coalesce(new.person_id, new.account_id);
  return new;
end $$;
--> statement-breakpoint
create trigger role_grants_person before insert or update on role_grants for each row execute function keep_person_of_grant();
--> statement-breakpoint
create function keep_holder() returns trigger language plpgsql as $$
begin
  if old.member_id is not null and new.member_id is distinct from old.member_id and exists (
    select from role_grants g where g.bureau_id = old.bureau_id and g.account_id = old.id and g.role in ('BUREAU_ADMINISTRATOR', 'AUDITOR')) then
    raise exception 'an administrator''s or auditor''s account stays its member''s' using errcode = 'restrict_violation', constraint = 'accounts_holder_kept';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger accounts_holder before update of member_id on accounts for each row execute function keep_holder();
--> statement-breakpoint
create function move_persons() returns trigger language plpgsql as $$
begin
  update role_grants set person_id = person_id where bureau_id = new.bureau_id and account_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger accounts_person after update of member_id on accounts for each row
  when (old.member_id is distinct from new.member_id) execute function move_persons();
--> statement-breakpoint
create function keep_consent() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.state <> 'PENDING'
     or (new.kind, new.account_id, new.role, new.unit_id, new.requested_by, new.requested_at, new.expires_at, new.reason)
     is distinct from (old.kind, old.account_id, old.role, old.unit_id, old.requested_by, old.requested_at, old.expires_at, old.reason)) then
    raise exception 'a consent is decided once' using errcode = 'restrict_violation', constraint = 'consents_decided_once';
  end if;
  new.account_person := person_of(new.bureau_id, new.account_id);
  new.requested_person := person_of(new.bureau_id, new.requested_by);
  new.decided_person := person_of(new.bureau_id, new.decided_by);
  return new;
end $$;
--> statement-breakpoint
create trigger consents_kept before insert or update on consents for each row execute function keep_consent();
--> statement-breakpoint
create trigger consents_never_deleted before delete on consents for each row execute function refuse_change();
