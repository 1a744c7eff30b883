update revisions
  set body = '{"story":{"id":"aaaa","topic":"ghouta","also":[],"date":{"from":"2026-11-22","to":"2026-11-22"},"place":{"ar":"الغوطة الشرقية","en":"Eastern Ghouta"},"headline":{"ar":"غارات على الغوطة الشرقية","en":"Air strikes on Eastern Ghouta"},"excerpt":{"ar":"تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء.","en":"Towns in Eastern Ghouta came under air strikes on Wednesday."},"figures":[{"id":"killed","kind":"killed","who":"civilians","amount":{"type":"count","count":38},"qualifier":"exact","attribution":{"type":"stated","source":"sohr"},"scope":"incident","basis":"total_reported","status":"reported"}],"sources":[],"links":[],"breaking":false,"push":false,"graphic":false,"corrections":[]},"sources":[{"id":"sohr","name":{"ar":"المرصد السوري لحقوق الإنسان","en":"the Syrian Observatory for Human Rights"},"kind":"monitor"}]}',
    figures_hash = 'xDliXH-xG6_HcAGfIRgpzNY3i0ZY7xAvLt0ohcCsvGs', weight = 'first'
  where story_id = 'aaaa';
insert into shown (key, printing, pieces, keyboard, shows, correction_id, notice_id, run_id,
    made_at)
  values ('AErFPBdX5SQ6jdGHe_lgKOKXnwwM5aHZlR54r9HQUZ0',
    '{"language":"en","digits":"latin","months":"double"}',
    '[{"html":{"html":"<b>Digest</b>"},"language":"en","gap":"\n\n"},{"html":{"html":"<b>Air strikes on Eastern Ghouta</b>\n22 November 2026"},"language":"en","gap":"\n\n","of":{"story":"aaaa","revision":1,"form":{"type":"digest","told":"new"},"role":"top"}},{"html":{"html":"• 38 civilians killed"},"language":"en","gap":"\n","of":{"story":"aaaa","revision":1,"form":{"type":"digest","told":"new"},"role":"figure","figure":"killed"}}]',
    null, '{"aaaa":[1]}', null, null, null, 1795246200000);
insert into shown_stories (shown_id, story_id, number, judged) values (1, 'aaaa', 1, 1);
insert into ledger (chat_id, thread_id, sent_id, shown_id, sent_at, queued, is_notice)
  values (501, 0, 1, 1, 1795246200000, 0, 0);
insert into corrections (story_id, number, since, state, settled, chats)
  values ('zzzz', 2, 1795246200000, 'declined', 1, 1001);
insert into messages (run_id, variant, part, html, keyboard, shown_id, news_from)
  values (1, 'en latin double chat  1795159800000.0 0 ', 0, '<b>more that waited</b>', null, null,
    1795159800000);
insert into outbox (run_id, task, subscription_id, chat_id, thread_id, part, message_id, ledger_id,
    priority, state, attempts, silent, not_before)
  values (1, 'new', 2, -1001, 0, 0, 2, null, 3, 'retry', 1, 1, 1795327000000);
