update chats set title = 'غرفة', zone = 'UTC' where id = -1001;
update chats set quiet_from = 1320, quiet_until = 360, zone = 'UTC' where id = 501;
insert into chats (id, type, language, digits, months, created_at, state, reason, state_since,
    probe_at, missed_at, hold_until)
  values (502, 'private', 'both', 'latin', 'gulf', 1795200000002, 'inactive', 'blocked',
    1795210000000, 1895210000000, 1795210000000, 1795210000001);
insert into schedules (key, due_at, window_from)
  values ('07:30 daily UTC', 1795332600000, 1795246200000);
insert into subscriptions (chat_id, thread_id, topics, schedule_id, person_id, alerts, empty_line,
    silent, news_from, after_run, state, reason, created_at)
  values (501, 0, '', 1, 501, 1, 0, 0, null, 0, 'active', null, 1795200000000);
insert into subscriptions (chat_id, thread_id, topics, schedule_id, person_id, alerts, empty_line,
    silent, news_from, after_run, state, reason, created_at)
  values (-1001, 0, 'ghouta,strikes', 1, 501, 0, 1, 1, 1795246200001, 0, 'active', null,
    1795200000000);
insert into managers (person_id, chat_id) values (501, -1001);
insert into questions (person_id, kind, chat_id, thread_id, expires_at)
  values (501, 'zone', -1001, 0, 1795330800000);
