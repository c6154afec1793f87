CREATE TABLE "known_devices" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_devices_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "known_devices_secret_unique" UNIQUE("bureau_id","account_id","secret_hash")
);
--> statement-breakpoint
CREATE TABLE "password_tries" (
	"bureau_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"source" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "password_tries_key" PRIMARY KEY("bureau_id","subject_id","source")
);
--> statement-breakpoint
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_tries" ADD CONSTRAINT "password_tries_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_tries_age_index" ON "password_tries" USING btree ("bureau_id","tried_at");--> statement-breakpoint
ALTER TABLE "accounts" DROP COLUMN "failed_attempts";--> statement-breakpoint
ALTER TABLE "accounts" DROP COLUMN "locked_until";--> statement-breakpoint
call maple_guard('password_tries');
--> statement-breakpoint
call maple_guard('known_devices');
