-- Why something changed, in a person's words, where no amendment says it: between imported editions, and in headings. `change` names
-- the two exact texts and places (the comparison does), so the words hold in every comparison that shows them and in no other. The
-- number counts the words on one change: two people who saw the same last ones cannot both add the next.
CREATE TABLE "change_reason" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "change" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_reason_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "change_reason_change_number_key" ON "change_reason"("change", "number");

ALTER TABLE change_reason ADD CONSTRAINT change_reason_actor FOREIGN KEY (actor_id) REFERENCES account (id);
ALTER TABLE change_reason ADD CONSTRAINT change_reason_event FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE change_reason ADD CONSTRAINT change_reason_name CHECK (change ~ '^[0-9a-f]{64}$');
ALTER TABLE change_reason ADD CONSTRAINT change_reason_number CHECK (number > 0);
ALTER TABLE change_reason ADD CONSTRAINT change_reason_says_something CHECK (btrim(reason) <> '');

CREATE TRIGGER change_reason_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON change_reason
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
GRANT SELECT, INSERT ON change_reason TO dingben_app;
