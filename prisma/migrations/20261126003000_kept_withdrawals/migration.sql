-- The withdrawal of a publication: who, from which day, and what the public is told. What was published stays as it was;
-- this row beside it says that it no longer holds.

-- CreateTable
CREATE TABLE "withdrawal" (
    "publication_id" UUID NOT NULL,
    "explanation" TEXT NOT NULL,
    "effective_date" DATE NOT NULL,
    "withdrawn_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("publication_id")
);

-- AddForeignKey
ALTER TABLE "withdrawal" ADD CONSTRAINT "withdrawal_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_withdrawn_by_id_account FOREIGN KEY (withdrawn_by_id) REFERENCES account (id);
ALTER TABLE withdrawal ADD CONSTRAINT withdrawal_explained CHECK (btrim(explanation) <> '');

CREATE TRIGGER withdrawal_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

CREATE FUNCTION dingben_ledger_withdrawal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.withdrawn_by_id, 'publication.withdrawn', 'ok', 'edition',
    (SELECT edition_id FROM publication WHERE id = NEW.publication_id),
    (SELECT tree_hash FROM publication WHERE id = NEW.publication_id), NULL, dingben_request_id(),
    dingben_field('withdrawal') || dingben_field(NEW.publication_id::text) || dingben_field(NEW.explanation)
      || dingben_field(to_char(NEW.effective_date, 'YYYY-MM-DD')) || dingben_field(NEW.withdrawn_by_id::text)
      || dingben_field(dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION dingben_ledger_withdrawal() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER withdrawal_chained AFTER INSERT ON withdrawal DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_withdrawal();

GRANT SELECT, INSERT ON withdrawal TO dingben_app;
