-- One person's word on what kind of change lies between two exact texts of a service, whichever comparison shows them: an empty
-- hash stands for a service that was added or removed, `place` for a move between two places. The number counts the words on one
-- change: two people who saw the same last word cannot both add the next.
CREATE TABLE "class_confirmation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "service_id" UUID NOT NULL,
    "before_hash" TEXT NOT NULL,
    "after_hash" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "proposed" TEXT[],
    "confirmed" TEXT[],
    "actor_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_confirmation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "class_confirmation_change_key" ON "class_confirmation"("service_id", "before_hash", "after_hash", "place", "number");

ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_actor FOREIGN KEY (actor_id) REFERENCES account (id);
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_event FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_hashes CHECK (
  before_hash ~ '^(?:[0-9a-f]{64})?$' AND after_hash ~ '^(?:[0-9a-f]{64})?$' AND before_hash || after_hash <> '');
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_number CHECK (number > 0);
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_classes_known CHECK (
  proposed || confirmed <@ ARRAY['新增', '取消', '移位', '提高标准', '降低标准', '扩大对象', '缩小对象', '调整支出责任', '调整牵头单位',
    '调整依据', '规范表述', '格式']);
ALTER TABLE class_confirmation ADD CONSTRAINT class_confirmation_says_something CHECK (
  proposed IS NOT NULL AND coalesce(cardinality(confirmed), 0) > 0);

CREATE TRIGGER class_confirmation_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON class_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
GRANT SELECT, INSERT ON class_confirmation TO dingben_app;

-- Counts up with every confirmation, so that no process serves a comparison with earlier ones from its memory.
CREATE TABLE "class_stamp" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "class_stamp_pkey" PRIMARY KEY ("only")
);
ALTER TABLE class_stamp ADD CONSTRAINT class_stamp_only CHECK ("only");
INSERT INTO class_stamp DEFAULT VALUES;
GRANT SELECT, UPDATE ON class_stamp TO dingben_app;
