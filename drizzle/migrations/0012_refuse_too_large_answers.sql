-- An answer that is longer than its lane takes is refused where it is made, before a byte of it is sent.
create function maple_answer_too_large(bytes int, most int) returns text language plpgsql volatile as $$
begin
  raise exception using errcode = 'MB001', message = 'the answer is too large', detail = bytes || '/' || most;
end $$;
