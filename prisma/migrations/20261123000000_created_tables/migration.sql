-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "etag" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "standard" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "standard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "standard_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "based_on_id" UUID,
    "head_commit_id" UUID,
    "effective_date" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_event_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "edition_participant" (
    "edition_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "edition_participant_pkey" PRIMARY KEY ("edition_id","account_id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "standard_id" UUID NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "parent_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "restored" BOOLEAN NOT NULL DEFAULT false,
    "position" TEXT NOT NULL,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "edition_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "parent_service_id" UUID,
    "position" TEXT NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("edition_id","service_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "service_id" UUID NOT NULL,
    "parent_id" UUID,
    "merged_with_id" UUID,
    "title" TEXT NOT NULL,
    "target_group" TEXT,
    "content" TEXT,
    "standard" TEXT,
    "funding" TEXT,
    "lead_agency" TEXT,
    "content_hash" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "author_role" TEXT NOT NULL DEFAULT 'author',
    "amendment_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference" (
    "revision_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "provision" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "reference_pkey" PRIMARY KEY ("revision_id","ordinal")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amendment_id" UUID,
    "parent_id" UUID,
    "tree_hash" TEXT NOT NULL,
    "content_hash" TEXT,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message" TEXT NOT NULL,

    CONSTRAINT "commit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commit_change" (
    "commit_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "operation" TEXT NOT NULL,
    "service_id" UUID,
    "section_key" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "commit_change_pkey" PRIMARY KEY ("commit_id","ordinal")
);

-- CreateTable
CREATE TABLE "amendment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "reason_class" TEXT NOT NULL,
    "rationale" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "base_commit_id" UUID NOT NULL,
    "required_approvals" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "draft_number" INTEGER NOT NULL DEFAULT 0,
    "merged_commit_id" UUID,
    "last_event_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "amendment_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("amendment_id","account_id")
);

-- CreateTable
CREATE TABLE "amendment_edit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "amendment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "service_id" UUID NOT NULL,
    "base_revision_id" UUID,
    "proposed_revision_id" UUID,
    "section_key" UUID,
    "parent_service_id" UUID,
    "after_service_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_by_role" TEXT NOT NULL DEFAULT 'author',
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "amendment_edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amendment_draft" (
    "amendment_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "edits" TEXT NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "amendment_draft_pkey" PRIMARY KEY ("amendment_id","number")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "amendment_id" UUID NOT NULL,
    "draft_number" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "approver_id" UUID NOT NULL,
    "approver_role" TEXT NOT NULL DEFAULT 'reviewer',
    "comment" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "amendment_id" UUID NOT NULL,
    "parent_id" UUID,
    "service_id" UUID,
    "provision" TEXT,
    "quote" TEXT,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(6),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "standard_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "commit_id" UUID NOT NULL,
    "tree_hash" TEXT NOT NULL,
    "effective_date" DATE NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "publisher_id" UUID NOT NULL,
    "publisher_role" TEXT NOT NULL DEFAULT 'publisher',
    "manifest" TEXT NOT NULL,
    "manifest_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_artefact" (
    "publication_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "publication_artefact_pkey" PRIMARY KEY ("publication_id","format")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "entry" TEXT,
    "service_id" UUID,
    "provision" TEXT,
    "line" INTEGER,
    "start" INTEGER,
    "end" INTEGER,
    "found" TEXT,
    "fix" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "edition_id" UUID,
    "amendment_id" UUID,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'ok',
    "from_state" TEXT,
    "to_state" TEXT,
    "actor_id" UUID,
    "comment" TEXT,
    "data" TEXT,
    "request_id" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_event" (
    "seq" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "form" INTEGER NOT NULL,
    "at_us" BIGINT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT,
    "before_hash" TEXT,
    "after_hash" TEXT,
    "request_id" TEXT,
    "payload" TEXT NOT NULL,

    CONSTRAINT "ledger_event_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "standard_code_key" ON "standard"("code");

-- CreateIndex
CREATE UNIQUE INDEX "edition_standard_id_label_key" ON "edition"("standard_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "edition_participant_edition_id_account_id_role_key" ON "edition_participant"("edition_id", "account_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "service_standard_id_code_key" ON "service"("standard_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "section_edition_id_key_key" ON "section"("edition_id", "key");

-- CreateIndex
CREATE INDEX "placement_section_id_idx" ON "placement"("section_id");

-- CreateIndex
CREATE INDEX "placement_revision_id_idx" ON "placement"("revision_id");

-- CreateIndex
CREATE UNIQUE INDEX "placement_edition_id_service_id_section_id_key" ON "placement"("edition_id", "service_id", "section_id");

-- CreateIndex
CREATE INDEX "revision_service_id_created_at_idx" ON "revision"("service_id", "created_at");

-- CreateIndex
CREATE INDEX "revision_amendment_id_idx" ON "revision"("amendment_id");

-- CreateIndex
CREATE INDEX "reference_kind_key_idx" ON "reference"("kind", "key");

-- CreateIndex
CREATE UNIQUE INDEX "agency_name_key" ON "agency"("name");

-- CreateIndex
CREATE INDEX "commit_amendment_id_idx" ON "commit"("amendment_id");

-- CreateIndex
CREATE UNIQUE INDEX "commit_edition_id_number_key" ON "commit"("edition_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "commit_id_edition_id_key" ON "commit"("id", "edition_id");

-- CreateIndex
CREATE INDEX "commit_change_service_id_idx" ON "commit_change"("service_id");

-- CreateIndex
CREATE INDEX "amendment_state_idx" ON "amendment"("state");

-- CreateIndex
CREATE UNIQUE INDEX "amendment_edition_id_number_key" ON "amendment"("edition_id", "number");

-- CreateIndex
CREATE INDEX "participant_account_id_idx" ON "participant"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_amendment_id_account_id_role_key" ON "participant"("amendment_id", "account_id", "role");

-- CreateIndex
CREATE INDEX "amendment_edit_service_id_idx" ON "amendment_edit"("service_id");

-- CreateIndex
CREATE UNIQUE INDEX "amendment_edit_amendment_id_service_id_kind_key" ON "amendment_edit"("amendment_id", "service_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "amendment_draft_amendment_id_number_content_hash_key" ON "amendment_draft"("amendment_id", "number", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "approval_amendment_id_draft_number_approver_id_key" ON "approval"("amendment_id", "draft_number", "approver_id");

-- CreateIndex
CREATE INDEX "comment_amendment_id_idx" ON "comment"("amendment_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_edition_id_key" ON "publication"("edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "publication_standard_id_number_key" ON "publication"("standard_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "finding_edition_id_ordinal_key" ON "finding"("edition_id", "ordinal");

-- CreateIndex
CREATE INDEX "event_amendment_id_at_idx" ON "event"("amendment_id", "at");

-- CreateIndex
CREATE INDEX "event_edition_id_at_idx" ON "event"("edition_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "event_id_subject_id_to_state_key" ON "event"("id", "subject_id", "to_state");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_event_prev_hash_key" ON "ledger_event"("prev_hash");

-- CreateIndex
CREATE INDEX "ledger_event_actor_id_idx" ON "ledger_event"("actor_id");

-- CreateIndex
CREATE INDEX "ledger_event_subject_type_subject_id_idx" ON "ledger_event"("subject_type", "subject_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_standard_id_fkey" FOREIGN KEY ("standard_id") REFERENCES "standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_standard_id_fkey" FOREIGN KEY ("standard_id") REFERENCES "standard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reference" ADD CONSTRAINT "reference_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commit" ADD CONSTRAINT "commit_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commit_change" ADD CONSTRAINT "commit_change_commit_id_fkey" FOREIGN KEY ("commit_id") REFERENCES "commit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment_edit" ADD CONSTRAINT "amendment_edit_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amendment_draft" ADD CONSTRAINT "amendment_draft_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_amendment_id_fkey" FOREIGN KEY ("amendment_id") REFERENCES "amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_artefact" ADD CONSTRAINT "publication_artefact_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
