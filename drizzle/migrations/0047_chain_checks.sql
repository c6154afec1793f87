CREATE TABLE "audit_chain_checks" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"origin" text NOT NULL,
	"account_id" uuid,
	"actor_name" text NOT NULL,
	CONSTRAINT "audit_chain_checks_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "audit_chain_checks_origin" CHECK ("audit_chain_checks"."origin" in ('NIGHT', 'ASKED', 'OPERATOR'))
);
--> statement-breakpoint
CREATE TABLE "audit_chain_results" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"milliseconds" integer NOT NULL,
	"whole_since" timestamp with time zone NOT NULL,
	"after_sequence" bigint NOT NULL,
	"through_sequence" bigint NOT NULL,
	"through_hash" "bytea" NOT NULL,
	"entries" bigint NOT NULL,
	"is_cut_short" boolean NOT NULL,
	"broken_at" bigint,
	"kept_sequence" bigint,
	CONSTRAINT "audit_chain_results_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "audit_chain_results_order" CHECK ("audit_chain_results"."through_sequence" >= "audit_chain_results"."after_sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_chain_checks" ADD CONSTRAINT "audit_chain_checks_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_chain_results" ADD CONSTRAINT "audit_chain_results_check" FOREIGN KEY ("bureau_id","id") REFERENCES "public"."audit_chain_checks"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_chain_checks_at_index" ON "audit_chain_checks" USING btree ("bureau_id","at");--> statement-breakpoint
CREATE INDEX "audit_chain_results_finished_index" ON "audit_chain_results" USING btree ("bureau_id","finished_at");--> statement-breakpoint
CREATE INDEX "audit_entries_request_index" ON "audit_entries" USING btree ("bureau_id","request_id");