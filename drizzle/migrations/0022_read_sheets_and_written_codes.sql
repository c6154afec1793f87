-- Files that wait to be checked or written were kept as they came; they are to be uploaded again.
truncate import_file_portions;
--> statement-breakpoint
ALTER TABLE "import_file_portions" ADD COLUMN "sheet" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "sheets" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "sheet" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "notes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "creations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
alter table members no force row level security;
--> statement-breakpoint
alter table grids no force row level security;
--> statement-breakpoint
-- Codes that two rows would share are left to be told apart by hand, and held from their next change on.
update members m set badge = upper(regexp_replace(m.badge, '\s', '', 'g')), version = m.version + 1
where (m.badge <> upper(m.badge) or m.badge ~ '\s') and not exists (
  select from members o where o.bureau_id = m.bureau_id and o.id <> m.id
    and upper(regexp_replace(o.badge, '\s', '', 'g')) = upper(regexp_replace(m.badge, '\s', '', 'g')));
--> statement-breakpoint
update grids g set code = upper(regexp_replace(g.code, '\s', '', 'g')), version = g.version + 1
where (g.code <> upper(g.code) or g.code ~ '\s') and not exists (
  select from grids o where o.bureau_id = g.bureau_id and o.id <> g.id
    and upper(regexp_replace(o.code, '\s', '', 'g')) = upper(regexp_replace(g.code, '\s', '', 'g')));
--> statement-breakpoint
alter table grids force row level security;
--> statement-breakpoint
alter table members force row level security;
--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_badge_written" CHECK ("members"."badge" = upper("members"."badge") and "members"."badge" !~ '[[:space:]]') NOT VALID;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_code_written" CHECK ("grids"."code" = upper("grids"."code") and "grids"."code" !~ '[[:space:]]') NOT VALID;
