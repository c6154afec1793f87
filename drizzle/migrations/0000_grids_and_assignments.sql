CREATE TABLE "bureaus" (
	"bureau_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"session_idle_minutes" integer DEFAULT 60 NOT NULL,
	"session_hours" integer DEFAULT 12 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bureaus_code_unique" UNIQUE("code"),
	CONSTRAINT "bureaus_code_shape" CHECK ("bureaus"."code" ~ '^[0-9A-Za-z-]{2,20}$'),
	CONSTRAINT "bureaus_session_idle" CHECK ("bureaus"."session_idle_minutes" between 5 and 1440),
	CONSTRAINT "bureaus_session_length" CHECK ("bureaus"."session_hours" between 1 and 168)
);
--> statement-breakpoint
CREATE TABLE "divisions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "divisions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "divisions_code_unique" UNIQUE("bureau_id","code"),
	CONSTRAINT "divisions_kind" CHECK ("divisions"."kind" in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'COMMUNITY')),
	CONSTRAINT "divisions_code_shape" CHECK ("divisions"."code" ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$')
);
--> statement-breakpoint
CREATE TABLE "units" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"template" text,
	"level" smallint NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"opened_on" date,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "units_name_unique" UNIQUE("bureau_id","parent_id","name"),
	CONSTRAINT "units_code_unique" UNIQUE("bureau_id","code"),
	CONSTRAINT "units_kind" CHECK ("units"."kind" in ('BUREAU', 'STATION', 'COMMAND_ROOM', 'DESK', 'TEAM', 'ZONE', 'POLICE_ROOM', 'WORKSTATION', 'PARTNER')),
	CONSTRAINT "units_root_is_bureau" CHECK (("units"."kind" = 'BUREAU') = ("units"."parent_id" is null)),
	CONSTRAINT "units_level" CHECK ("units"."level" between 0 and 3),
	CONSTRAINT "units_closed_after_opened" CHECK ("units"."closed_on" >= "units"."opened_on")
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"substitute_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "absences_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "absences_substitute_is_another" CHECK ("absences"."substitute_id" <> "absences"."member_id"),
	CONSTRAINT "absences_period" CHECK ("absences"."starts_at" <= "absences"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"badge" text NOT NULL,
	"name" text NOT NULL,
	"name_initials" text NOT NULL,
	"phone" text,
	"joined_on" date,
	"left_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "members_badge_unique" UNIQUE("bureau_id","badge"),
	CONSTRAINT "members_kind" CHECK ("members"."kind" in ('OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER', 'VOLUNTEER', 'LAWYER')),
	CONSTRAINT "members_left_after_joined" CHECK ("members"."left_on" >= "members"."joined_on")
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"police_room_id" uuid,
	"division_id" uuid,
	"code" text NOT NULL,
	"code_scheme" text NOT NULL,
	"name" text NOT NULL,
	"name_initials" text NOT NULL,
	"kind" text NOT NULL,
	"complexity" text DEFAULT 'ORDINARY' NOT NULL,
	"level" smallint DEFAULT 3 NOT NULL,
	"households" integer,
	"population" integer,
	"counted_year" smallint,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grids_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "grids_code_unique" UNIQUE("bureau_id","code"),
	CONSTRAINT "grids_kind" CHECK ("grids"."kind" in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC')),
	CONSTRAINT "grids_complexity" CHECK ("grids"."complexity" in ('ORDINARY', 'COMPLEX')),
	CONSTRAINT "grids_level" CHECK ("grids"."level" between 2 and 3),
	CONSTRAINT "grids_households" CHECK ("grids"."households" >= 0),
	CONSTRAINT "grids_population" CHECK ("grids"."population" >= 0),
	CONSTRAINT "grids_counts_have_a_year" CHECK ("grids"."counted_year" is not null or ("grids"."households" is null and "grids"."population" is null)),
	CONSTRAINT "grids_closed_after_opened" CHECK ("grids"."closed_on" >= "grids"."opened_on")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"concurrent_post" text,
	"reason" text,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "assignments_duty" CHECK ("assignments"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "assignments_period" CHECK ("assignments"."starts_at" <= "assignments"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "duty_holders" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"duty" text NOT NULL,
	"member_kind" text NOT NULL,
	CONSTRAINT "duty_holders_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "duty_holders_unique" UNIQUE("bureau_id","duty","member_kind"),
	CONSTRAINT "duty_holders_duty" CHECK ("duty_holders"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "duty_holders_member_kind" CHECK ("duty_holders"."member_kind" in ('OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER', 'VOLUNTEER', 'LAWYER'))
);
--> statement-breakpoint
CREATE TABLE "staffing_standards" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_kind" text NOT NULL,
	"complexity" text NOT NULL,
	"duty" text NOT NULL,
	"at_least" smallint NOT NULL,
	"at_most" smallint,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staffing_standards_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "staffing_standards_grid_kind" CHECK ("staffing_standards"."grid_kind" in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC')),
	CONSTRAINT "staffing_standards_complexity" CHECK ("staffing_standards"."complexity" in ('ORDINARY', 'COMPLEX')),
	CONSTRAINT "staffing_standards_duty" CHECK ("staffing_standards"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "staffing_standards_at_least" CHECK ("staffing_standards"."at_least" between 0 and 50),
	CONSTRAINT "staffing_standards_at_most" CHECK ("staffing_standards"."at_most" between greatest("staffing_standards"."at_least", 1) and 50),
	CONSTRAINT "staffing_standards_period" CHECK ("staffing_standards"."starts_at" <= "staffing_standards"."ends_at"),
	CONSTRAINT "staffing_standards_one_officer" CHECK ("staffing_standards"."duty" <> 'RESPONSIBLE_OFFICER' or "staffing_standards"."at_least" <= 1)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"display_name" text NOT NULL,
	"member_id" uuid,
	"password_hash" text NOT NULL,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"failed_attempts" smallint DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "accounts_name_unique" UNIQUE("bureau_id","name"),
	CONSTRAINT "accounts_name_shape" CHECK ("accounts"."name" ~ '^[a-z0-9][a-z0-9._-]{1,39}$')
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "api_tokens_secret_unique" UNIQUE("bureau_id","secret_hash"),
	CONSTRAINT "api_tokens_scope" CHECK ("api_tokens"."scope" in ('READ', 'WRITE')),
	CONSTRAINT "api_tokens_expiry" CHECK ("api_tokens"."expires_at" <= "api_tokens"."created_at" + interval '366 days')
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_grants_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "role_grants_unique" UNIQUE("bureau_id","account_id","role","unit_id"),
	CONSTRAINT "role_grants_role" CHECK ("role_grants"."role" in ('BUREAU_ADMINISTRATOR', 'STATION_CHIEF', 'DISPATCHER', 'MEMBER', 'AUDITOR'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"user_agent" text,
	"address" text,
	CONSTRAINT "sessions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "sessions_secret_unique" UNIQUE("bureau_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sequence" bigint DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"request_id" text NOT NULL,
	"previous_hash" "bytea" DEFAULT ''::bytea NOT NULL,
	"hash" "bytea" DEFAULT ''::bytea NOT NULL,
	CONSTRAINT "audit_entries_key" PRIMARY KEY("bureau_id","sequence"),
	CONSTRAINT "audit_entries_id_unique" UNIQUE("bureau_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"bureau_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"bureau_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"mutation" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"result" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_key" PRIMARY KEY("bureau_id","account_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"payload" jsonb,
	CONSTRAINT "outbox_events_key" PRIMARY KEY("bureau_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"file_name" text NOT NULL,
	"file" "bytea" NOT NULL,
	"file_digest" text NOT NULL,
	"columns" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"total_rows" integer NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error_count" integer DEFAULT 0 NOT NULL,
	"summary" jsonb,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_runs_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "import_runs_kind" CHECK ("import_runs"."kind" in ('GRIDS', 'MEMBERS')),
	CONSTRAINT "import_runs_status" CHECK ("import_runs"."status" in ('UPLOADED', 'CHECKING', 'CHECKED', 'WRITING', 'WRITTEN', 'FAILED', 'CANCELLED'))
);
--> statement-breakpoint
ALTER TABLE "divisions" ADD CONSTRAINT "divisions_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "divisions" ADD CONSTRAINT "divisions_parent" FOREIGN KEY ("bureau_id","parent_id") REFERENCES "public"."divisions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_bureau_parent" FOREIGN KEY ("bureau_id","parent_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_substitute" FOREIGN KEY ("bureau_id","substitute_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_police_room" FOREIGN KEY ("bureau_id","police_room_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_division" FOREIGN KEY ("bureau_id","division_id") REFERENCES "public"."divisions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_grid" FOREIGN KEY ("bureau_id","grid_id") REFERENCES "public"."grids"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_holders" ADD CONSTRAINT "duty_holders_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staffing_standards" ADD CONSTRAINT "staffing_standards_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "divisions_parent_index" ON "divisions" USING btree ("bureau_id","parent_id");--> statement-breakpoint
CREATE INDEX "units_parent_index" ON "units" USING btree ("bureau_id","parent_id");--> statement-breakpoint
CREATE INDEX "absences_member_index" ON "absences" USING btree ("bureau_id","member_id","starts_at");--> statement-breakpoint
CREATE INDEX "members_unit_index" ON "members" USING btree ("bureau_id","unit_id");--> statement-breakpoint
CREATE INDEX "members_name_index" ON "members" USING btree ("bureau_id","name" collate "zh-x-icu","id");--> statement-breakpoint
CREATE INDEX "grids_station_index" ON "grids" USING btree ("bureau_id","station_id");--> statement-breakpoint
CREATE INDEX "grids_name_index" ON "grids" USING btree ("bureau_id","name" collate "zh-x-icu","id");--> statement-breakpoint
CREATE INDEX "assignments_grid_index" ON "assignments" USING btree ("bureau_id","grid_id","duty","starts_at");--> statement-breakpoint
CREATE INDEX "assignments_member_index" ON "assignments" USING btree ("bureau_id","member_id","starts_at");--> statement-breakpoint
CREATE INDEX "staffing_standards_index" ON "staffing_standards" USING btree ("bureau_id","grid_kind","complexity","duty","starts_at");--> statement-breakpoint
CREATE INDEX "sessions_account_index" ON "sessions" USING btree ("bureau_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_entity_index" ON "audit_entries" USING btree ("bureau_id","entity_id","sequence");--> statement-breakpoint
CREATE INDEX "import_runs_created_index" ON "import_runs" USING btree ("bureau_id","created_at");