CREATE TABLE "list_exports" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"state" text NOT NULL,
	"caption" text NOT NULL,
	"format" text NOT NULL,
	"locale" text NOT NULL,
	"document" text NOT NULL,
	"asked" jsonb NOT NULL,
	"total_rows" integer NOT NULL,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"bytes" integer,
	"digest" text,
	"file_name" text,
	"fault" text,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_exports_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "list_exports_state" CHECK ("list_exports"."state" in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'EXPIRED')),
	CONSTRAINT "list_exports_format" CHECK ("list_exports"."format" in ('xlsx', 'csv')),
	CONSTRAINT "list_exports_rows" CHECK ("list_exports"."done_rows" between 0 and "list_exports"."total_rows"),
	CONSTRAINT "list_exports_finished" CHECK (("list_exports"."finished_at" is null) = ("list_exports"."state" in ('WAITING', 'RUNNING'))),
	CONSTRAINT "list_exports_ready" CHECK ("list_exports"."state" <> 'READY' or ("list_exports"."digest" is not null and "list_exports"."expires_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "list_preferences" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"page" text NOT NULL,
	"columns" text[],
	"is_dense" boolean DEFAULT false NOT NULL,
	"default_view_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_preferences_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "list_preferences_one" UNIQUE("bureau_id","account_id","page")
);
--> statement-breakpoint
CREATE TABLE "list_views" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"columns" text[],
	"is_dense" boolean DEFAULT false NOT NULL,
	"unit_id" uuid,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_views_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "list_views_name" CHECK (length("list_views"."name") between 1 and 40),
	CONSTRAINT "list_views_query" CHECK (length("list_views"."query") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "list_exports" ADD CONSTRAINT "list_exports_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_preferences" ADD CONSTRAINT "list_preferences_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_preferences" ADD CONSTRAINT "list_preferences_default_view" FOREIGN KEY ("bureau_id","default_view_id") REFERENCES "public"."list_views"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_views" ADD CONSTRAINT "list_views_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_views" ADD CONSTRAINT "list_views_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_exports_account_index" ON "list_exports" USING btree ("bureau_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "list_exports_kept" ON "list_exports" USING btree ("bureau_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "list_views_name_unique" ON "list_views" USING btree ("bureau_id","account_id","page","name") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "list_views_unit_index" ON "list_views" USING btree ("bureau_id","unit_id");--> statement-breakpoint
do $$
declare guarded text;
begin
  foreach guarded in array array['list_views', 'list_preferences', 'list_exports']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', guarded || '_never_deleted', guarded);
  end loop;
end $$;
