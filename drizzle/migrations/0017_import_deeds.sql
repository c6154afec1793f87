CREATE TABLE "import_deeds" (
	"bureau_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"list" text NOT NULL,
	"rows" jsonb NOT NULL,
	"file_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" jsonb NOT NULL,
	CONSTRAINT "import_deeds_key" PRIMARY KEY("bureau_id","run_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_deeds" ADD CONSTRAINT "import_deeds_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."import_runs"("bureau_id","id") ON DELETE no action ON UPDATE no action;