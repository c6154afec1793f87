CREATE TABLE "import_errors" (
	"bureau_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"row" integer NOT NULL,
	"column" text NOT NULL,
	"value" text NOT NULL,
	"code" text NOT NULL,
	"message" jsonb NOT NULL,
	"params" jsonb NOT NULL,
	CONSTRAINT "import_errors_key" PRIMARY KEY("bureau_id","run_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_file_portions" (
	"bureau_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_file_portions_key" PRIMARY KEY("bureau_id","run_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_errors" ADD CONSTRAINT "import_errors_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."import_runs"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file_portions" ADD CONSTRAINT "import_file_portions_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."import_runs"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
call maple_guard('import_errors');
--> statement-breakpoint
call maple_guard('import_file_portions');
--> statement-breakpoint
alter table import_runs no force row level security;
--> statement-breakpoint
alter table import_errors no force row level security;
--> statement-breakpoint
alter table import_file_portions no force row level security;
--> statement-breakpoint
insert into import_file_portions (bureau_id, run_id, position, bytes)
select bureau_id, id, portion, substring(file from portion * 131072 + 1 for 131072)
from import_runs cross join lateral generate_series(0, (length(file) - 1) / 131072) portion where length(file) > 0;
--> statement-breakpoint
insert into import_errors (bureau_id, run_id, position, "row", "column", value, code, message, params)
select r.bureau_id, r.id, e.place - 1, (e.error->>'row')::int, e.error->>'column', e.error->>'value', e.error->>'code',
  coalesce(e.error->'message', '{}'::jsonb), coalesce(e.error->'params', '{}'::jsonb)
from import_runs r cross join lateral jsonb_array_elements(r.errors) with ordinality e(error, place);
--> statement-breakpoint
alter table import_file_portions force row level security;
--> statement-breakpoint
alter table import_errors force row level security;
--> statement-breakpoint
alter table import_runs force row level security;
--> statement-breakpoint
ALTER TABLE "import_runs" DROP COLUMN "file";--> statement-breakpoint
ALTER TABLE "import_runs" DROP COLUMN "errors";