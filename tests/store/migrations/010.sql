insert into edition (id, number, format, head, recorded_at, clean_since)
  values (1, 4, 1, '{"topics":[],"sources":[],"stories":[]}', 1795246200000, null);
insert into publications (story_id, story, asked_at, outcome)
  values ('deskaaaa', '{"id":"deskaaaa"}', 1795246200000,
    '{"type":"published","file":"ghouta/2026-11-21-a-story.yaml"}');
insert into cards (key, picture, asked_at) values ('AErF', '{"type":"card"}', 1795246200000);
update inbox set holder = 'host 1 gone' where update_id = 2;
