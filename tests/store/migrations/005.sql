insert into outbox (run_id, task, subscription_id, chat_id, thread_id, part, message_id, ledger_id,
    shown_id, priority, state, attempts, silent, epoch, sent_id, sent_at)
  values (1, 'new', 1, 501, 0, 1, 1, null, 1, 3, 'sent', 1, 0, 5, 1, 1795246200000);
