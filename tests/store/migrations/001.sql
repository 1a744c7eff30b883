insert into chats (id, type, language, digits, months, created_at)
  values (501, 'private', 'ar', 'arabic', 'levant', 1795200000000);
insert into chats (id, type, language, digits, months, created_at)
  values (-1001, 'supergroup', 'en', 'latin', 'double', 1795200000001);
insert into inbox (update_id, chat_id, body, state, attempts, received_at)
  values (1, 0, null, 'done', 1, 1795320000000);
insert into inbox (update_id, chat_id, body, state, attempts, received_at)
  values (2, 501, '{"update_id":2,"message":{"text":"/سؤال 🕊"}}', 'new', 1, 1795320000001);
insert into dialogues (person_id, story, figure, words, expires_at)
  values (501, 'aaaa', null, 'سؤال', 1795330800000);
insert into reports (person_id, at) values (501, 1795320000000);
insert into reports (person_id, at) values (501, 1795320000000);
