insert into desk_drafts (editor_id, version, status, state, created_at, updated_at)
  values (501, 3, 'saved', '{"words":"مسودة 🕊"}', 1795246200000, 1795246200001);
insert into desk_log (at, editor_id, editor_name, draft_id, action, detail)
  values (1795246200000, 501, 'Layla ⁧ليلى⁩', 1, 'saved', '{}');
