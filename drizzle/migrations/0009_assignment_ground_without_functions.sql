-- Commands hold their rows from the start and decide on what they load: nothing asks any more whether it still stands.
drop function assignment_ground_stands(uuid, jsonb);
--> statement-breakpoint
drop type assignment_basis;
--> statement-breakpoint
drop type versions_seen;
