-- 《残疾人证》 is a title and no regulation: a reference of a kind of its own, so that no list of what is cited holds it.
ALTER TABLE reference DROP CONSTRAINT reference_kind_known;
ALTER TABLE reference ADD CONSTRAINT reference_kind_known CHECK (
  kind IN ('citation', 'certificate', 'agency', 'funding', 'targetGroup', 'quantity'));
