insert into revisions (story_id, number, hash, figures_hash, known_at, news)
  values ('aaaa', 1, 'ayvQPLeQPHTA-TLkGB6vmZaem6zzWdqSjOuEGXUkO54',
    'Ep8tgkeyi-dBh33eRHAAOOInmrTLfAhsMlgygh2pbtQ', 1795240000000, 1);
insert into alerts (story_id, number, since, state, chats)
  values ('aaaa', 1, 1795240000000, 'declined', 1001);
insert into marks (name, value) values ('baseline', '2026-11-20T06:00:00.000Z');
insert into marks (name, value) values ('alive_at', '2026-11-22T05:59:00.000Z');
insert into lease (name, holder, epoch, expires_at)
  values ('delivery', 'elsewhere:1', 5, 1795327000000);
insert into runs (kind, key, schedule_id, story_id, slot, window_from, window_until, made_at,
    expires_at, cursor, state, paused, reason)
  values ('digest', null, 1, null, 1795246200000, 1795159800000, 1795246200000, 1795246200000,
    1795419000000, 502, 'spread', 0, null);
insert into messages (run_id, variant, part, html, keyboard, shows, news_from)
  values (1, 'ar arabic levant chat  1795159800000.0 0 ', 0, '<b>words that waited</b>', null,
    '{"aaaa":1}', 1795159800000);
insert into outbox (run_id, subscription_id, chat_id, thread_id, part, message_id, priority, state,
    silent)
  values (1, 1, 501, 0, 0, 1, 2, 'pending', 0);
insert into outbox (run_id, subscription_id, chat_id, thread_id, part, message_id, priority, state,
    not_before, attempts, resent, silent, reason, epoch, sent_id, sent_at)
  values (1, 3, 502, 0, 0, 1, 2, 'dead', null, 2, 1, 0, 'blocked', 5, null, null);
