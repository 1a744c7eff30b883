insert into ledger (chat_id, thread_id, sent_id, shown_id, sent_at, queued, is_notice, inline_id,
    person_id)
  values (0, 0, null, 1, 1795246200000, 0, 0, 'inline-1', 501);
