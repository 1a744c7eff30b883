insert into pictures (key, file_id, at) values ('AErFPBdX', 'AgACAgIAAx', 1795246200000);
update subscriptions set cards = 1 where chat_id = -1001;
insert into messages (run_id, variant, part, html, keyboard, shown_id, news_from, picture)
  values (1, 'en latin double chat  1795159800000.0 1 ', 1, 'a caption', null, 1, 1795159800000,
    '{"type":"card"}');
