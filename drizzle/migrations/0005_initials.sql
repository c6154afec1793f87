ALTER TABLE "divisions" ADD COLUMN "name_initials" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "name_initials" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Units and divisions that are there already: each character's letter is the last one whose first character in pinyin
-- order does not come after it. The server reads names with more skill when they are next written.
create function pg_temp.initials_of(name text) returns text language sql stable as $$
  select coalesce(string_agg(case when letters.c ~ '^[一-鿿]$' then (
      select b.letter from (values
        ('a', '阿'), ('b', '八'), ('c', '嚓'), ('d', '咑'), ('e', '妸'), ('f', '发'), ('g', '旮'), ('h', '铪'), ('j', '丌'), ('k', '咔'), ('l', '垃'), ('m', '妈'),
        ('n', '拏'), ('o', '噢'), ('p', '妑'), ('q', '七'), ('r', '呥'), ('s', '仨'), ('t', '他'), ('w', '屲'), ('x', '夕'), ('y', '丫'), ('z', '帀')) b (letter, first)
      where b.first collate "zh-x-icu" <= letters.c collate "zh-x-icu" order by b.letter desc limit 1)
    else lower(letters.c) end, '' order by letters.n), '')
  from regexp_split_to_table(regexp_replace(name, '\s', '', 'g'), '') with ordinality letters (c, n)
$$;
--> statement-breakpoint
alter table units no force row level security;
--> statement-breakpoint
alter table divisions no force row level security;
--> statement-breakpoint
update units set name_initials = pg_temp.initials_of(name);
--> statement-breakpoint
update divisions set name_initials = pg_temp.initials_of(name);
--> statement-breakpoint
alter table units force row level security;
--> statement-breakpoint
alter table divisions force row level security;
--> statement-breakpoint
drop function pg_temp.initials_of(text);
