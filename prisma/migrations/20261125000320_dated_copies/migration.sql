-- A copy of a draft that comes back after the draft has moved on is held against the draft as it was copied: otherwise its
-- differences would undo what was merged meanwhile. Null: the draft as it is.
ALTER TABLE import ADD COLUMN against_commit integer;
