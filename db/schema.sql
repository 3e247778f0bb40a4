-- Taken from the catalogue. UPDATE_GOLDEN=1 writes it anew.

create schema acts;
comment on schema acts is 'The acts of every matter, in order: the record itself. Insert only.';

create schema auth;
comment on schema auth is 'Accounts, credentials and sessions.';

create schema context;
comment on schema context is 'Which bureau a connection speaks for.';

create schema facts;
comment on schema facts is 'Rows derived from acts that carry the law as constraints. Insert only.';

create schema intake;
comment on schema intake is 'What the public hands in through the portal.';

create schema law;
comment on schema law is 'The few rules of law that constraints compute. The same rules as the engine; a test holds them equal.';

create schema ledger;
comment on schema ledger is 'The tamper-evident log over the acts.';

create schema migration;
comment on schema migration is 'Which files of db/migrations this database has.';

create schema published;
comment on schema published is 'What the public portal shows. Filled by publication only.';

create schema work;
comment on schema work is 'Current state, disposable: rebuilt from the acts.';

create table acts.act (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  act_id uuid not null,
  stream_kind text not null,
  type text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  prev_seq integer,
  prev_commitment bytea,
  commitment bytea not null,
  event bytea not null,
  salt bytea not null,
  opened bytea not null,
  request_hash bytea not null,
  said jsonb not null,
  gate_seq integer generated always as (
CASE
    WHEN (type = ANY (ARRAY['matter.begun'::text, 'subject.flagged'::text, 'handlers.assigned'::text, 'premises.inspected'::text, 'evidence.recorded'::text, 'preservation.ordered'::text, 'seizure.ordered'::text, 'investigation.concluded'::text, 'notice.served'::text, 'hearing.held'::text, 'review.concluded'::text, 'decision.made'::text])) THEN seq
    ELSE NULL::integer
END) stored,
  constraint act_pkey PRIMARY KEY (bureau_id, stream_id, seq),
  constraint act_commitment_key UNIQUE (bureau_id, stream_id, seq, commitment, stream_kind),
  constraint act_id_once UNIQUE (bureau_id, act_id),
  constraint act_said_key UNIQUE (bureau_id, stream_id, seq, type, said),
  constraint act_type_key UNIQUE (bureau_id, stream_id, seq, type),
  constraint act_chain FOREIGN KEY (bureau_id, stream_id, prev_seq, prev_commitment, stream_kind) REFERENCES acts.act(bureau_id, stream_id, seq, commitment, stream_kind),
  constraint act_has_link FOREIGN KEY (bureau_id, stream_id, gate_seq) REFERENCES facts.review_basis(bureau_id, matter_id, seq) DEFERRABLE INITIALLY DEFERRED,
  constraint act_commitment_length CHECK ((octet_length(commitment) = 64)),
  constraint act_gapless CHECK ((((seq = 1) AND (prev_seq IS NULL) AND (prev_commitment IS NULL)) OR ((seq > 1) AND (prev_seq IS NOT NULL) AND (prev_seq = (seq - 1)) AND (prev_commitment IS NOT NULL)))),
  constraint act_not_before_it_happened CHECK ((happened_at <= (recorded_at + '00:10:00'::interval))),
  constraint act_request_hash_length CHECK ((octet_length(request_hash) = 32)),
  constraint act_said CHECK (((octet_length(opened) = 0) OR (((said = acts.said(type, opened)) AND ((said ->> 'happened'::text) ~ '^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?\+08:00$'::text) AND (happened_at = ((said ->> 'happened'::text))::timestamp with time zone) AND ((recorded_by)::text = (said ->> 'recorded-by'::text)) AND (jsonb_typeof((said -> 'by'::text)) = 'array'::text)) IS TRUE))),
  constraint act_salt_length CHECK ((octet_length(salt) = 32)),
  constraint act_stream_kind CHECK ((stream_kind = ANY (ARRAY['matter'::text, 'officer'::text, 'bureau'::text]))),
  constraint act_type_shape CHECK ((type ~ '^[a-z]+(\.[a-z_]+)+$'::text))
);
comment on table acts.act is 'Every act, append-only, chained by commitment to the one before it in its stream, which stays of one kind (QZ-18b, XZ-R-20a). act_id is the idempotency key of the command; event holds the canonical bytes that were committed, opened the salts and values of its fields.';
comment on column acts.act.happened_at is 'When it happened: what the law counts from. Clocks of other devices may run ahead a little.';
comment on column acts.act.recorded_at is 'When it was recorded: the clock of the server, what the log seals.';
comment on column acts.act.request_hash is 'SHA-256 of the request, so that the same key with another content is refused.';
comment on column acts.act.said is 'What the act says as far as constraints ask: facts repeat it and are checked against it. Names no party, and stays when salts and values are destroyed.';
comment on column acts.act.gate_seq is 'Set for acts that bear on the review: each must have its link in facts.review_basis.';

create table auth.credential (
  bureau_id text not null,
  account_id uuid not null,
  login text not null,
  password_hash text not null,
  totp_secret text,
  totp_last_step bigint not null default 0,
  must_change boolean not null,
  locked_until timestamp with time zone,
  failures integer not null default 0,
  constraint credential_pkey PRIMARY KEY (bureau_id, account_id),
  constraint credential_login_once UNIQUE (bureau_id, login),
  constraint credential_is_argon2id CHECK ((password_hash ~~ '$argon2id$%'::text)),
  constraint credential_login_shape CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'::text))
);
comment on table auth.credential is 'Password (argon2id) and second factor of each account. totp_last_step keeps a code from being used twice.';

create table auth.session (
  bureau_id text not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  seen_at timestamp with time zone not null default clock_timestamp(),
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  device text not null,
  constraint session_pkey PRIMARY KEY (bureau_id, token_hash),
  constraint session_token_length CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX session_by_account ON auth.session USING btree (bureau_id, account_id);
comment on table auth.session is 'Sessions by the SHA-256 of their token; ended ones stay until they expire.';

create table context.key (
  only_row boolean not null default true,
  inner_pad bytea not null,
  outer_pad bytea not null,
  constraint key_pkey PRIMARY KEY (only_row),
  constraint key_inner_pad_length CHECK ((length(inner_pad) = 64)),
  constraint key_only_row CHECK (only_row),
  constraint key_outer_pad_length CHECK ((length(outer_pad) = 64))
);
comment on table context.key is 'The key of context tokens. No login role may read it: whoever could would be every bureau.';

create table facts.bureau (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  short_name text not null,
  pack text not null,
  rehearsal boolean not null,
  constraint bureau_pkey PRIMARY KEY (bureau_id),
  constraint bureau_stream_key UNIQUE (bureau_id, stream_id),
  constraint bureau_act FOREIGN KEY (bureau_id, stream_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint bureau_act_type CHECK ((act_type = 'bureau.founded'::text)),
  constraint bureau_area CHECK ((bureau_id ~ '^\d{6}(-\d+)?$'::text))
);
comment on table facts.bureau is 'A bureau of this installation; its id is its area code, with a suffix where one area has several bodies.';

create table facts.certificate (
  bureau_id text not null,
  officer_id uuid not null,
  number text not null,
  seq integer not null,
  act_type text not null,
  issuer_kind text not null,
  issuer text not null,
  valid_from date not null,
  valid_until date not null,
  said jsonb not null,
  constraint certificate_pkey PRIMARY KEY (bureau_id, officer_id, number),
  constraint certificate_act_once UNIQUE (bureau_id, officer_id, seq),
  constraint certificate_number_once UNIQUE (bureau_id, number),
  constraint certificate_validity_key UNIQUE (bureau_id, officer_id, number, valid_from, valid_until),
  constraint certificate_act FOREIGN KEY (bureau_id, officer_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint certificate_officer FOREIGN KEY (bureau_id, officer_id) REFERENCES facts.officer(bureau_id, officer_id),
  constraint certificate_act_type CHECK ((act_type = 'certificate.issued'::text)),
  constraint certificate_issuer_kind CHECK ((issuer_kind = ANY (ARRAY['provincial-government'::text, 'authorised-department'::text]))),
  constraint certificate_validity CHECK ((valid_from <= valid_until)),
  constraint certificate_words CHECK ((((number = (said ->> 'data.number'::text)) AND (valid_from = ((said ->> 'data.from'::text))::date) AND (valid_until = ((said ->> 'data.until'::text))::date)) IS TRUE))
);
comment on table facts.certificate is 'Enforcement certificates, made by the provincial government or lawfully by another department (WD-2.1.3c), valid on both first and last day.';

create table facts.certificate_end (
  bureau_id text not null,
  officer_id uuid not null,
  number text not null,
  seq integer not null,
  act_type text not null,
  ended_on date not null,
  said jsonb not null,
  constraint certificate_end_pkey PRIMARY KEY (bureau_id, officer_id, number),
  constraint certificate_end_act FOREIGN KEY (bureau_id, officer_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint certificate_end_certificate FOREIGN KEY (bureau_id, officer_id, number) REFERENCES facts.certificate(bureau_id, officer_id, number),
  constraint certificate_end_act_type CHECK ((act_type = 'certificate.revoked'::text)),
  constraint certificate_end_words CHECK ((((number = (said ->> 'data.number'::text)) AND (ended_on = ((said ->> 'data.on'::text))::date)) IS TRUE))
);
comment on table facts.certificate_end is 'Certificates revoked before their last day (WD-2.1.3b).';

create table facts.decision (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  procedure text not null,
  pack_hash bytea not null,
  party_class text not null,
  summary_natural bigint not null,
  summary_organisation bigint not null,
  outcome text not null,
  fine bigint not null,
  confiscation bigint not null,
  kinds text[] not null,
  number text,
  text_hash bytea not null,
  decided_on date not null,
  basis_version integer not null,
  required text not null,
  hearing_seq integer not null,
  handlers uuid[] not null,
  participants uuid[] not null,
  counted_opinion integer not null,
  counted_legal integer not null,
  opinion_seq integer,
  opinion_kind text,
  opinion_conclusion text,
  opinion_text_hash bytea,
  opinion_pack_hash bytea,
  reviewer_id uuid,
  said jsonb not null,
  constraint decision_pkey PRIMARY KEY (bureau_id, matter_id),
  constraint decision_act_key UNIQUE (bureau_id, matter_id, seq),
  constraint decision_number_key UNIQUE (bureau_id, number, decided_on),
  constraint decision_published_key UNIQUE (bureau_id, matter_id, seq, number, decided_on),
  constraint decision_act FOREIGN KEY (bureau_id, matter_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint decision_has_number FOREIGN KEY (bureau_id, matter_id, seq, number) REFERENCES facts.document_number(bureau_id, matter_id, seq, number),
  constraint decision_is_last_link FOREIGN KEY (bureau_id, matter_id, basis_version, seq, required, hearing_seq, counted_opinion, counted_legal, outcome, fine, confiscation, kinds) REFERENCES facts.review_basis(bureau_id, matter_id, version, seq, required, hearing_seq, opinion_seq, legal_seq, outcome, fine, confiscation, kinds),
  constraint decision_limits FOREIGN KEY (bureau_id, pack_hash, summary_natural, summary_organisation) REFERENCES facts.rule_pack(bureau_id, pack_hash, summary_natural, summary_organisation),
  constraint decision_of_link FOREIGN KEY (bureau_id, matter_id, basis_version, procedure, pack_hash, counted_opinion, handlers, participants) REFERENCES facts.review_basis(bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint decision_party FOREIGN KEY (bureau_id, matter_id, procedure, party_class) REFERENCES facts.matter(bureau_id, matter_id, procedure, party_class),
  constraint decision_passed_review FOREIGN KEY (bureau_id, matter_id, opinion_seq, opinion_kind, opinion_conclusion, opinion_text_hash, opinion_pack_hash, reviewer_id) REFERENCES facts.review_opinion(bureau_id, matter_id, seq, kind, conclusion, text_hash, pack_hash, reviewer_id),
  constraint decision_act_type CHECK ((act_type = 'decision.made'::text)),
  constraint decision_outcome CHECK (
CASE procedure
    WHEN 'licence'::text THEN (outcome = ANY (ARRAY['granted'::text, 'refused'::text, 'not-accepted'::text]))
    WHEN 'confirmation'::text THEN (outcome = ANY (ARRAY['confirmed'::text, 'refused'::text]))
    WHEN 'adjudication'::text THEN (outcome = 'ruled'::text)
    ELSE (outcome = ANY (ARRAY['penalty'::text, 'no-penalty'::text, 'no-case'::text, 'transfer'::text]))
END),
  constraint decision_procedure CHECK ((procedure = ANY (ARRAY['penalty.ordinary'::text, 'penalty.summary'::text, 'licence'::text, 'confirmation'::text, 'adjudication'::text]))),
  constraint decision_reviewed CHECK (
CASE required
    WHEN 'none'::text THEN ((opinion_seq IS NULL) AND (opinion_kind IS NULL) AND (opinion_conclusion IS NULL) AND (opinion_text_hash IS NULL) AND (opinion_pack_hash IS NULL) AND (reviewer_id IS NULL))
    WHEN 'case'::text THEN ((opinion_seq IS NOT NULL) AND (opinion_seq = counted_opinion) AND (opinion_kind IS NOT NULL) AND (opinion_conclusion IS NOT NULL) AND (opinion_conclusion = 'agree'::text) AND (opinion_text_hash IS NOT NULL) AND (opinion_pack_hash IS NOT NULL) AND (opinion_pack_hash = pack_hash) AND (reviewer_id IS NOT NULL))
    WHEN 'legal'::text THEN ((opinion_seq IS NOT NULL) AND (opinion_seq = counted_legal) AND (opinion_seq > hearing_seq) AND (opinion_kind IS NOT NULL) AND (opinion_kind = 'legal'::text) AND (opinion_conclusion IS NOT NULL) AND (opinion_conclusion = 'agree'::text) AND (opinion_text_hash IS NOT NULL) AND (opinion_text_hash = text_hash) AND (opinion_pack_hash IS NOT NULL) AND (opinion_pack_hash = pack_hash) AND (reviewer_id IS NOT NULL))
    ELSE false
END),
  constraint decision_reviewer_apart CHECK ((((reviewer_id = ANY (handlers)) IS NOT TRUE) AND ((reviewer_id = ANY (participants)) IS NOT TRUE))),
  constraint decision_unreviewed_is_small CHECK ((((procedure <> 'penalty.summary'::text) OR ((confiscation = 0) AND (kinds <@ ARRAY['warning'::text]) AND (fine <=
CASE party_class
    WHEN 'natural'::text THEN summary_natural
    ELSE summary_organisation
END))) IS TRUE)),
  constraint decision_words CHECK ((((encode(text_hash, 'hex'::text) = (said ->> 'data.draft'::text)) AND (NOT (number IS DISTINCT FROM (said ->> 'data.number'::text))) AND (decided_on = acts.day(said))) IS TRUE))
);
comment on table facts.decision is 'Decisions. None exists without the passed review its own law demands, on its very text (行政处罚法 art. 58; QZ-0e, WD-2.3.0, GY-2.2.4c).';

create table facts.document (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  ordinal integer not null,
  form text not null,
  form_number integer,
  title text not null,
  number text,
  values_hash bytea not null,
  template_hash bytea not null,
  pdf_sha256 bytea not null,
  pdf_sm3 bytea not null,
  pages integer not null,
  constraint document_pkey PRIMARY KEY (bureau_id, matter_id, seq, ordinal),
  constraint document_act FOREIGN KEY (bureau_id, matter_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq),
  constraint document_has_number FOREIGN KEY (bureau_id, matter_id, seq, number) REFERENCES facts.document_number(bureau_id, matter_id, seq, number),
  constraint document_form CHECK (((form_number IS NULL) OR ((form_number >= 1) AND (form_number <= 56)))),
  constraint document_hashes CHECK (((octet_length(values_hash) = 32) AND (octet_length(template_hash) = 32) AND (octet_length(pdf_sha256) = 32) AND (octet_length(pdf_sm3) = 32))),
  constraint document_pages CHECK ((pages >= 1))
);
comment on table facts.document is 'The statutory document an act produced, sealed by the hashes of its content, template and PDF (QZ-14, WD-2.2.2a, WD-2.2.2b).';

create table facts.document_number (
  bureau_id text not null,
  word text not null,
  year integer not null,
  serial integer not null,
  prev_serial integer,
  number text not null,
  matter_id uuid not null,
  seq integer not null,
  constraint document_number_pkey PRIMARY KEY (bureau_id, word, year, serial),
  constraint document_number_act_key UNIQUE (bureau_id, matter_id, seq, number),
  constraint document_number_once UNIQUE (bureau_id, number),
  constraint document_number_parts_key UNIQUE (bureau_id, word, year, serial, number),
  constraint document_number_act FOREIGN KEY (bureau_id, matter_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq),
  constraint document_number_chain FOREIGN KEY (bureau_id, word, year, prev_serial) REFERENCES facts.document_number(bureau_id, word, year, serial),
  constraint document_number_gapless CHECK ((((serial = 1) AND (prev_serial IS NULL)) OR ((serial > 1) AND (prev_serial IS NOT NULL) AND (prev_serial = (serial - 1))))),
  constraint document_number_year CHECK (((year >= 1949) AND (year <= 9999)))
);
comment on table facts.document_number is 'Document numbers 〔年〕号, without gaps per bureau, kind and year; a voided number is never used again (QZ-17a).';

create table facts.exhibit (
  bureau_id text not null,
  matter_id uuid not null,
  exhibit_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  sm3 bytea not null,
  derived_from uuid,
  constraint exhibit_pkey PRIMARY KEY (bureau_id, matter_id, exhibit_id),
  constraint exhibit_act FOREIGN KEY (bureau_id, matter_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint exhibit_source FOREIGN KEY (bureau_id, matter_id, derived_from) REFERENCES facts.exhibit(bureau_id, matter_id, exhibit_id),
  constraint exhibit_hashes CHECK (((octet_length(sha256) = 32) AND (octet_length(sm3) = 32))),
  constraint exhibit_original_or_derived CHECK ((((act_type = 'exhibit.added'::text) AND (derived_from IS NULL)) OR ((act_type = 'exhibit.derived'::text) AND (derived_from IS NOT NULL) AND (derived_from <> exhibit_id)))),
  constraint exhibit_size CHECK ((size >= 0))
);
comment on table facts.exhibit is 'Files in evidence. An original is never changed: an edited copy is another exhibit that names its source (XZ-R-20a, QZ-18b).';

create table facts.field_officer (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  officer_id uuid not null,
  certificate text not null,
  valid_from date not null,
  valid_until date not null,
  day date not null,
  said jsonb not null,
  constraint field_officer_pkey PRIMARY KEY (bureau_id, matter_id, seq, officer_id),
  constraint field_officer_act FOREIGN KEY (bureau_id, matter_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint field_officer_certificate FOREIGN KEY (bureau_id, officer_id, certificate, valid_from, valid_until) REFERENCES facts.certificate(bureau_id, officer_id, number, valid_from, valid_until),
  constraint field_officer_valid CHECK (((day >= valid_from) AND (day <= valid_until))),
  constraint field_officer_words CHECK ((((day = acts.day(said)) AND ((officer_id)::text = ANY (acts.texts(said, 'by'::text)))) IS TRUE))
);
comment on table facts.field_officer is 'Officers who acted before the party, each with a certificate valid that day (WD-2.1.3b, 行政处罚法 art. 42).';

create table facts.matter (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  procedure text not null,
  pack_hash bytea not null,
  party_class text not null,
  unit_id uuid not null,
  said jsonb not null,
  constraint matter_pkey PRIMARY KEY (bureau_id, matter_id),
  constraint matter_class_key UNIQUE (bureau_id, matter_id, procedure, party_class),
  constraint matter_law_key UNIQUE (bureau_id, matter_id, procedure, pack_hash),
  constraint matter_act FOREIGN KEY (bureau_id, matter_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint matter_pack FOREIGN KEY (bureau_id, pack_hash) REFERENCES facts.rule_pack(bureau_id, pack_hash),
  constraint matter_unit FOREIGN KEY (bureau_id, unit_id) REFERENCES facts.unit(bureau_id, unit_id),
  constraint matter_begins CHECK (((seq = 1) AND (act_type = 'matter.begun'::text))),
  constraint matter_party_class CHECK ((party_class = ANY (ARRAY['natural'::text, 'organisation'::text]))),
  constraint matter_procedure CHECK ((procedure = ANY (ARRAY['penalty.ordinary'::text, 'penalty.summary'::text, 'compulsion.seizure'::text, 'inspection.random'::text, 'licence'::text, 'confirmation'::text, 'adjudication'::text]))),
  constraint matter_words CHECK ((((procedure = (said ->> 'data.procedure'::text)) AND (encode(pack_hash, 'hex'::text) = (said ->> 'pack'::text)) AND
CASE (said ->> 'data.party'::text)
    WHEN 'natural'::text THEN (party_class = 'natural'::text)
    WHEN 'individual-business'::text THEN true
    ELSE (party_class = 'organisation'::text)
END) IS TRUE))
);
comment on table facts.matter is 'A matter keeps its procedure and the rule pack it began under for its whole life.';

create table facts.officer (
  bureau_id text not null,
  officer_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  unit_id uuid not null,
  constraint officer_pkey PRIMARY KEY (bureau_id, officer_id),
  constraint officer_act FOREIGN KEY (bureau_id, officer_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint officer_unit FOREIGN KEY (bureau_id, unit_id) REFERENCES facts.unit(bureau_id, unit_id),
  constraint officer_act_type CHECK ((act_type = 'officer.registered'::text))
);
comment on table facts.officer is 'A person of the bureau: officers, assistants, reviewers, heads, administrators.';

create table facts.review_basis (
  bureau_id text not null,
  matter_id uuid not null,
  version integer not null,
  seq integer not null,
  act_type text not null,
  prev_version integer,
  prev_seq integer,
  procedure text not null,
  pack_hash bytea not null,
  scope text not null,
  review_list jsonb not null,
  flags text[] not null,
  prev_flags text[],
  hearing_seq integer not null,
  prev_hearing_seq integer,
  handlers uuid[] not null,
  prev_handlers uuid[],
  participants uuid[] not null,
  prev_participants uuid[],
  proposal jsonb not null,
  prev_proposal jsonb,
  outcome text not null,
  fine bigint not null,
  confiscation bigint not null,
  kinds text[] not null,
  grounds text[] not null,
  required text not null,
  opinion_seq integer not null,
  prev_opinion_seq integer,
  legal_seq integer not null,
  prev_legal_seq integer,
  legal_agreed boolean not null,
  prev_legal_agreed boolean,
  closed boolean not null,
  prev_closed boolean,
  happened_at timestamp with time zone not null,
  prev_happened_at timestamp with time zone,
  concluded_kind text,
  conclusion text,
  reviewer_id uuid,
  said jsonb not null,
  reviewed_seq integer generated always as (
CASE
    WHEN (reviewer_id IS NOT NULL) THEN legal_seq
    ELSE NULL::integer
END) stored,
  concluded_seq integer generated always as (
CASE
    WHEN (act_type = 'review.concluded'::text) THEN seq
    ELSE NULL::integer
END) stored,
  decided_seq integer generated always as (
CASE
    WHEN (act_type = 'decision.made'::text) THEN seq
    ELSE NULL::integer
END) stored,
  constraint review_basis_pkey PRIMARY KEY (bureau_id, matter_id, version),
  constraint review_basis_act_once UNIQUE (bureau_id, matter_id, seq),
  constraint review_basis_gate_key UNIQUE (bureau_id, matter_id, version, seq, required, hearing_seq, opinion_seq, legal_seq, outcome, fine, confiscation, kinds),
  constraint review_basis_one_successor UNIQUE (bureau_id, matter_id, prev_version),
  constraint review_basis_people_key UNIQUE (bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint review_basis_state_key UNIQUE (bureau_id, matter_id, version, seq, flags, hearing_seq, handlers, participants, proposal, opinion_seq, legal_seq, legal_agreed, closed, happened_at),
  constraint review_basis_act FOREIGN KEY (bureau_id, matter_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint review_basis_chain FOREIGN KEY (bureau_id, matter_id, prev_version, prev_seq, prev_flags, prev_hearing_seq, prev_handlers, prev_participants, prev_proposal, prev_opinion_seq, prev_legal_seq, prev_legal_agreed, prev_closed, prev_happened_at) REFERENCES facts.review_basis(bureau_id, matter_id, version, seq, flags, hearing_seq, handlers, participants, proposal, opinion_seq, legal_seq, legal_agreed, closed, happened_at),
  constraint review_basis_has_decision FOREIGN KEY (bureau_id, matter_id, decided_seq) REFERENCES facts.decision(bureau_id, matter_id, seq) DEFERRABLE INITIALLY DEFERRED,
  constraint review_basis_has_opinion FOREIGN KEY (bureau_id, matter_id, concluded_seq, concluded_kind, conclusion, prev_version) REFERENCES facts.review_opinion(bureau_id, matter_id, seq, kind, conclusion, basis_version) DEFERRABLE INITIALLY DEFERRED,
  constraint review_basis_matter FOREIGN KEY (bureau_id, matter_id, procedure, pack_hash) REFERENCES facts.matter(bureau_id, matter_id, procedure, pack_hash),
  constraint review_basis_reviewer FOREIGN KEY (bureau_id, matter_id, reviewed_seq, reviewer_id) REFERENCES facts.review_opinion(bureau_id, matter_id, seq, reviewer_id),
  constraint review_basis_rule FOREIGN KEY (bureau_id, pack_hash, scope, review_list) REFERENCES facts.rule_pack(bureau_id, pack_hash, review_scope, review_list),
  constraint review_basis_amounts CHECK (((fine >= 0) AND (confiscation >= 0))),
  constraint review_basis_closed_by_decision CHECK (
CASE
    WHEN ((version > 1) AND prev_closed) THEN (closed AND (act_type <> ALL (ARRAY['hearing.held'::text, 'review.concluded'::text, 'decision.made'::text])))
    ELSE (closed = (act_type = 'decision.made'::text))
END),
  constraint review_basis_concluded CHECK ((((act_type = 'review.concluded'::text) = (concluded_kind IS NOT NULL)) AND ((act_type = 'review.concluded'::text) = (conclusion IS NOT NULL)))),
  constraint review_basis_first CHECK (
CASE
    WHEN (version = 1) THEN ((seq = 1) AND (act_type = 'matter.begun'::text) AND (prev_version IS NULL) AND (prev_seq IS NULL) AND (prev_flags IS NULL) AND (prev_hearing_seq IS NULL) AND (prev_handlers IS NULL) AND (prev_participants IS NULL) AND (prev_proposal IS NULL) AND (prev_opinion_seq IS NULL) AND (prev_legal_seq IS NULL) AND (prev_legal_agreed IS NULL) AND (prev_closed IS NULL) AND (prev_happened_at IS NULL) AND (hearing_seq = 0) AND (opinion_seq = 0) AND (legal_seq = 0) AND (NOT legal_agreed) AND (NOT closed) AND (handlers = '{}'::uuid[]) AND (participants = '{}'::uuid[]))
    ELSE ((prev_version IS NOT NULL) AND (prev_version = (version - 1)) AND (prev_seq IS NOT NULL) AND (prev_seq < seq) AND (prev_flags IS NOT NULL) AND (prev_hearing_seq IS NOT NULL) AND (prev_handlers IS NOT NULL) AND (prev_participants IS NOT NULL) AND (prev_proposal IS NOT NULL) AND (prev_opinion_seq IS NOT NULL) AND (prev_legal_seq IS NOT NULL) AND (prev_legal_agreed IS NOT NULL) AND (prev_closed IS NOT NULL) AND (prev_happened_at IS NOT NULL) AND (prev_happened_at <= happened_at))
END),
  constraint review_basis_flags_stay CHECK ((law.same_set(flags, (COALESCE(prev_flags, '{}'::text[]) || acts.texts(said, 'data.flags'::text))) IS TRUE)),
  constraint review_basis_grounds CHECK (((grounds = law.review_grounds(procedure, scope, review_list, flags, hearing_seq, fine, confiscation, kinds, outcome)) IS TRUE)),
  constraint review_basis_handlers_by_assignment CHECK ((
CASE
    WHEN (act_type = 'handlers.assigned'::text) THEN law.same_set((handlers)::text[], acts.texts(said, 'data.handlers'::text))
    ELSE ((version = 1) OR (handlers = prev_handlers))
END IS TRUE)),
  constraint review_basis_hearing_stays CHECK (((version = 1) OR (hearing_seq =
CASE
    WHEN (act_type = 'hearing.held'::text) THEN seq
    ELSE prev_hearing_seq
END))),
  constraint review_basis_legal_agreed_stays CHECK (((version = 1) OR (legal_agreed =
CASE
    WHEN ((concluded_kind IS NOT NULL) AND (concluded_kind = 'legal'::text)) THEN ((conclusion IS NOT NULL) AND (conclusion = 'agree'::text))
    ELSE prev_legal_agreed
END))),
  constraint review_basis_legal_stays CHECK (((version = 1) OR (legal_seq =
CASE
    WHEN ((concluded_kind IS NOT NULL) AND (concluded_kind = 'legal'::text)) THEN seq
    ELSE prev_legal_seq
END))),
  constraint review_basis_opinion_stays CHECK (((version = 1) OR (opinion_seq =
CASE
    WHEN (act_type = 'review.concluded'::text) THEN seq
    ELSE prev_opinion_seq
END))),
  constraint review_basis_participants_stay CHECK ((law.same_set((participants)::text[], ((COALESCE(prev_participants, '{}'::uuid[]))::text[] || law.taking_part(act_type, said))) IS TRUE)),
  constraint review_basis_penalty_procedure CHECK (((procedure = ANY (ARRAY['penalty.ordinary'::text, 'penalty.summary'::text])) OR ((outcome <> 'penalty'::text) AND (fine = 0) AND (confiscation = 0) AND (kinds = '{}'::text[])))),
  constraint review_basis_proposal_stays CHECK (((proposal = law.proposal(said, act_type, prev_proposal)) IS TRUE)),
  constraint review_basis_required CHECK (((required = law.review_required(procedure, grounds)) IS TRUE)),
  constraint review_basis_reviewer_apart CHECK ((((reviewer_id = ANY (handlers)) IS NOT TRUE) AND ((reviewer_id = ANY (participants)) IS NOT TRUE))),
  constraint review_basis_seizure_reviewed CHECK (((act_type <> 'seizure.ordered'::text) OR (procedure <> 'compulsion.seizure'::text) OR (required = 'none'::text) OR ((required = 'legal'::text) AND legal_agreed AND (legal_seq > hearing_seq) AND (reviewer_id IS NOT NULL)))),
  constraint review_basis_vocabulary CHECK ((((flags <@ ARRAY['public-interest'::text, 'social-impact'::text, 'major-rights'::text, 'complex'::text, 'statute'::text, 'grave'::text, 'crime'::text]) AND (kinds <@ ARRAY['warning'::text, 'criticism'::text, 'suspendLicence'::text, 'revoke'::text, 'downgrade'::text, 'restrict'::text, 'suspend'::text, 'close'::text]) AND (outcome = ANY (ARRAY[''::text, 'penalty'::text, 'no-penalty'::text, 'no-case'::text, 'transfer'::text, 'granted'::text, 'refused'::text, 'not-accepted'::text, 'confirmed'::text, 'ruled'::text]))) IS TRUE)),
  constraint review_basis_words CHECK ((((encode(pack_hash, 'hex'::text) = (said ->> 'pack'::text)) AND (happened_at = ((said ->> 'happened'::text))::timestamp with time zone) AND (fine = law.amount(proposal, 'fine'::text)) AND (confiscation = (law.amount(proposal, 'gains'::text) + law.amount(proposal, 'goods'::text))) AND law.same_set(kinds, law.kinds(proposal)) AND ((act_type <> 'decision.made'::text) OR (outcome = (said ->> 'data.outcome'::text)))) IS TRUE))
);
comment on table facts.review_basis is 'The chain of everything that bears on the review of a matter; the decision is itself a link, after which nothing is heard, reviewed or decided any more; an independent seizure asks for its review itself (QZ-0e, WD-2.3.0).';
comment on column facts.review_basis.proposal is 'The penalty under discussion, and the type of the act that says it; empty before any does.';
comment on column facts.review_basis.reviewer_id is 'Who gave the opinion an independent seizure rests on; null in every other link.';

create table facts.review_opinion (
  bureau_id text not null,
  matter_id uuid not null,
  seq integer not null,
  act_type text not null,
  round integer not null,
  prev_round integer,
  kind text not null,
  conclusion text not null,
  text_hash bytea not null,
  procedure text not null,
  pack_hash bytea not null,
  basis_version integer not null,
  prev_opinion_seq integer not null,
  handlers uuid[] not null,
  participants uuid[] not null,
  request_seq integer not null,
  request_type text not null,
  accepted_seq integer not null,
  accepted_type text not null,
  reviewer_id uuid not null,
  listing_seq integer not null,
  qualified boolean not null,
  listed_from date not null,
  listed_until date not null,
  concluded_on date not null,
  licence_for text not null,
  review_items text[] not null,
  review_items_penalty text[] not null,
  items text[] not null,
  said jsonb not null,
  request_said jsonb not null,
  accepted_said jsonb not null,
  constraint review_opinion_pkey PRIMARY KEY (bureau_id, matter_id, seq),
  constraint review_opinion_gate_key UNIQUE (bureau_id, matter_id, seq, kind, conclusion, text_hash, pack_hash, reviewer_id),
  constraint review_opinion_link_key UNIQUE (bureau_id, matter_id, seq, kind, conclusion, basis_version),
  constraint review_opinion_reviewer_key UNIQUE (bureau_id, matter_id, seq, reviewer_id),
  constraint review_opinion_round_key UNIQUE (bureau_id, matter_id, round),
  constraint review_opinion_acceptance FOREIGN KEY (bureau_id, matter_id, accepted_seq, accepted_type, accepted_said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint review_opinion_act FOREIGN KEY (bureau_id, matter_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint review_opinion_basis FOREIGN KEY (bureau_id, matter_id, basis_version, procedure, pack_hash, prev_opinion_seq, handlers, participants) REFERENCES facts.review_basis(bureau_id, matter_id, version, procedure, pack_hash, opinion_seq, handlers, participants),
  constraint review_opinion_request FOREIGN KEY (bureau_id, matter_id, request_seq, request_type, request_said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint review_opinion_reviewer FOREIGN KEY (bureau_id, reviewer_id, listing_seq, qualified, listed_from, listed_until) REFERENCES facts.reviewer(bureau_id, officer_id, seq, qualified, listed_from, listed_until),
  constraint review_opinion_rounds FOREIGN KEY (bureau_id, matter_id, prev_round) REFERENCES facts.review_opinion(bureau_id, matter_id, round),
  constraint review_opinion_rule FOREIGN KEY (bureau_id, pack_hash, licence_for, review_items, review_items_penalty) REFERENCES facts.rule_pack(bureau_id, pack_hash, licence_for, review_items, review_items_penalty),
  constraint review_opinion_act_types CHECK (((act_type = 'review.concluded'::text) AND (request_type = 'review.requested'::text) AND (accepted_type = 'review.accepted'::text))),
  constraint review_opinion_conclusion CHECK ((conclusion = ANY (ARRAY['agree'::text, 'correct'::text, 'supplement'::text, 'other'::text]))),
  constraint review_opinion_in_time CHECK ((((((request_said ->> 'happened'::text))::timestamp with time zone <= ((accepted_said ->> 'happened'::text))::timestamp with time zone) AND (((accepted_said ->> 'happened'::text))::timestamp with time zone <= ((said ->> 'happened'::text))::timestamp with time zone)) IS TRUE)),
  constraint review_opinion_items CHECK (((((procedure <> 'penalty.ordinary'::text) OR (items @> review_items_penalty)) AND ((kind = 'case'::text) OR (items @> review_items))) IS TRUE)),
  constraint review_opinion_kind CHECK ((kind = ANY (ARRAY['legal'::text, 'case'::text]))),
  constraint review_opinion_listed CHECK (((concluded_on >= listed_from) AND (concluded_on <= listed_until))),
  constraint review_opinion_not_handler CHECK ((((reviewer_id = ANY (handlers)) IS NOT TRUE) AND ((reviewer_id = ANY (participants)) IS NOT TRUE) AND (((accepted_said ->> 'recorded-by'::text) = ANY (((handlers)::text[] || (participants)::text[]))) IS NOT TRUE))),
  constraint review_opinion_order CHECK (((prev_opinion_seq < request_seq) AND (request_seq < accepted_seq) AND (accepted_seq < seq))),
  constraint review_opinion_qualified CHECK (((kind = 'case'::text) OR qualified OR ((licence_for = 'penalty'::text) AND (procedure <> ALL (ARRAY['penalty.ordinary'::text, 'penalty.summary'::text]))))),
  constraint review_opinion_round_order CHECK ((((round = 1) AND (prev_round IS NULL)) OR ((round > 1) AND (prev_round IS NOT NULL) AND (prev_round = (round - 1))))),
  constraint review_opinion_signed CHECK (((((reviewer_id)::text = (said ->> 'recorded-by'::text)) AND ((reviewer_id)::text = ((said -> 'by'::text) ->> 0)) AND ((accepted_said ->> 'recorded-by'::text) = ((accepted_said -> 'by'::text) ->> 0))) IS TRUE)),
  constraint review_opinion_words CHECK ((((conclusion = (said ->> 'data.opinion'::text)) AND law.same_set(items, acts.texts(said, 'data.items'::text)) AND (concluded_on = acts.day(said)) AND (kind = (request_said ->> 'data.kind'::text)) AND (encode(text_hash, 'hex'::text) = (request_said ->> 'data.draft'::text))) IS TRUE))
);
comment on table facts.review_opinion is 'Signed opinions of the legal review: who, of which round, on which text, every item answered (WD-2.3.4, GY-2.2.4c). Only zhuding_review writes here.';

create table facts.reviewer (
  bureau_id text not null,
  officer_id uuid not null,
  seq integer not null,
  act_type text not null,
  pack_hash bytea not null,
  licence_since date not null,
  law_licence boolean not null,
  licence_number text,
  first_review_on date,
  qualified boolean not null,
  listed_from date not null,
  listed_until date not null,
  said jsonb not null,
  constraint reviewer_pkey PRIMARY KEY (bureau_id, officer_id, seq),
  constraint reviewer_listing_key UNIQUE (bureau_id, officer_id, seq, qualified, listed_from, listed_until),
  constraint reviewer_act FOREIGN KEY (bureau_id, officer_id, seq, act_type, said) REFERENCES acts.act(bureau_id, stream_id, seq, type, said),
  constraint reviewer_officer FOREIGN KEY (bureau_id, officer_id) REFERENCES facts.officer(bureau_id, officer_id),
  constraint reviewer_rule FOREIGN KEY (bureau_id, pack_hash, licence_since) REFERENCES facts.rule_pack(bureau_id, pack_hash, licence_since),
  constraint reviewer_act_type CHECK ((act_type = 'reviewer.listed'::text)),
  constraint reviewer_licence CHECK (((NOT law_licence) OR (licence_number IS NOT NULL))),
  constraint reviewer_qualified CHECK ((qualified = (law_licence OR ((first_review_on IS NOT NULL) AND (first_review_on < licence_since))))),
  constraint reviewer_validity CHECK ((listed_from <= listed_until)),
  constraint reviewer_words CHECK ((((law_licence = ((said ->> 'data.law-licence'::text))::boolean) AND (NOT (first_review_on IS DISTINCT FROM ((said ->> 'data.first-review-on'::text))::date)) AND (listed_from = ((said ->> 'data.from'::text))::date) AND (listed_until = ((said ->> 'data.until'::text))::date) AND (encode(pack_hash, 'hex'::text) = (said ->> 'pack'::text))) IS TRUE))
);
comment on table facts.reviewer is 'Entries on the list of legal reviewers. Who reviews for the first time must hold the legal qualification (行政处罚法 art. 58, JX-3.4a). Only zhuding_staff lists.';

create table facts.rule_pack (
  bureau_id text not null,
  pack_hash bytea not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  review_scope text not null,
  review_list jsonb not null,
  review_items text[] not null,
  review_items_penalty text[] not null,
  licence_for text not null,
  licence_since date not null,
  summary_natural bigint not null,
  summary_organisation bigint not null,
  constraint rule_pack_pkey PRIMARY KEY (bureau_id, pack_hash),
  constraint rule_pack_act_once UNIQUE (bureau_id, stream_id, seq),
  constraint rule_pack_licence_key UNIQUE (bureau_id, pack_hash, licence_since),
  constraint rule_pack_opinion_key UNIQUE (bureau_id, pack_hash, licence_for, review_items, review_items_penalty),
  constraint rule_pack_review_key UNIQUE (bureau_id, pack_hash, review_scope, review_list),
  constraint rule_pack_summary_key UNIQUE (bureau_id, pack_hash, summary_natural, summary_organisation),
  constraint rule_pack_act FOREIGN KEY (bureau_id, stream_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint rule_pack_stream FOREIGN KEY (bureau_id, stream_id) REFERENCES facts.bureau(bureau_id, stream_id),
  constraint rule_pack_act_type CHECK ((act_type = 'rules.adopted'::text)),
  constraint rule_pack_hash_length CHECK ((octet_length(pack_hash) = 32)),
  constraint rule_pack_licence_for CHECK ((licence_for = ANY (ARRAY['penalty'::text, 'all'::text]))),
  constraint rule_pack_limits CHECK (((summary_natural >= 0) AND (summary_organisation >= 0))),
  constraint rule_pack_list CHECK ((jsonb_typeof(review_list) = 'array'::text)),
  constraint rule_pack_scope CHECK ((review_scope = ANY (ARRAY['STATUTE'::text, 'LIST'::text, 'FIVE_GROUNDS'::text, 'ALL_EXCEPT_SUMMARY'::text, 'PROVINCE_LIST'::text])))
);
comment on table facts.rule_pack is 'What an adopted rule pack says about review and summary penalties, so that constraints can hold decisions to it. Amounts in 分. The pack adopted last, by position in the bureau''s stream, is the law of every matter that begins. Only zhuding_rules adopts.';

create table facts.unit (
  bureau_id text not null,
  unit_id uuid not null,
  stream_id uuid not null,
  seq integer not null,
  act_type text not null,
  name text not null,
  kind text not null,
  functions text[] not null,
  constraint unit_pkey PRIMARY KEY (bureau_id, unit_id),
  constraint unit_act FOREIGN KEY (bureau_id, stream_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint unit_act_type CHECK ((act_type = 'unit.opened'::text)),
  constraint unit_kind CHECK ((kind = ANY (ARRAY['department'::text, 'station'::text, 'entrusted'::text])))
);
comment on table facts.unit is 'A unit and what it is for: departments, stations and entrusted institutions alike (XZ-R-3, XZ-G-4). Its name does not tell its functions.';

create table intake.request (
  bureau_id text not null,
  request_id uuid not null,
  kind text not null,
  entry_id text,
  field text,
  name text not null,
  contact text not null,
  content text not null,
  received_at timestamp with time zone not null default clock_timestamp(),
  constraint request_pkey PRIMARY KEY (bureau_id, request_id),
  constraint request_kind CHECK ((kind = ANY (ARRAY['disclosure'::text, 'correction'::text, 'objection'::text, 'complaint'::text]))),
  constraint request_sizes CHECK ((((char_length(name) >= 1) AND (char_length(name) <= 100)) AND ((char_length(contact) >= 3) AND (char_length(contact) <= 200)) AND ((char_length(content) >= 1) AND (char_length(content) <= 4000))))
);
comment on table intake.request is 'What citizens hand in: requests for disclosure, corrections, objections, complaints (XZ-G-2). The portal writes and cannot read back.';

create table ledger.checkpoint (
  bureau_id text not null,
  size bigint not null,
  root bytea not null,
  root_sm3 bytea not null,
  note bytea not null,
  note_sm3 bytea not null,
  signed_at timestamp with time zone not null,
  constraint checkpoint_pkey PRIMARY KEY (bureau_id, size),
  constraint checkpoint_roots CHECK (((octet_length(root) = 32) AND (octet_length(root_sm3) = 32)))
);
comment on table ledger.checkpoint is 'Signed checkpoints; the primary key makes two different trees of one size impossible.';

create table ledger.leaf (
  bureau_id text not null,
  idx bigint not null,
  stream_id uuid,
  seq integer,
  entry bytea not null,
  leaf_hash bytea not null,
  leaf_sm3 bytea not null,
  constraint leaf_pkey PRIMARY KEY (bureau_id, idx),
  constraint leaf_act_once UNIQUE (bureau_id, stream_id, seq),
  constraint leaf_act FOREIGN KEY (bureau_id, stream_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq),
  constraint leaf_act_whole CHECK (((stream_id IS NULL) = (seq IS NULL))),
  constraint leaf_hashes CHECK (((octet_length(leaf_hash) = 32) AND (octet_length(leaf_sm3) = 32))),
  constraint leaf_index CHECK ((idx >= 0))
);
comment on table ledger.leaf is 'Entries of each bureau''s log in order. Contiguity and single writing come from the primary key.';

create table ledger.queue (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  enqueued_at timestamp with time zone not null default clock_timestamp(),
  constraint queue_pkey PRIMARY KEY (bureau_id, stream_id, seq),
  constraint queue_act FOREIGN KEY (bureau_id, stream_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq)
);
CREATE INDEX queue_by_time ON ledger.queue USING btree (bureau_id, enqueued_at);
comment on table ledger.queue is 'Acts not yet in the log; written in the transaction of the act, consumed by the sequencer.';

create table migration.history (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default clock_timestamp(),
  constraint history_pkey PRIMARY KEY (number)
);
comment on table migration.history is 'One row a migration file applied, with the hash it had.';

create table published.bureau (
  bureau_id text not null,
  stream_id uuid not null,
  seq integer not null,
  name text not null,
  short_name text not null,
  superior text not null,
  government text not null,
  justice text not null,
  court text not null,
  pack text not null,
  rehearsal boolean not null,
  constraint bureau_pkey PRIMARY KEY (bureau_id),
  constraint bureau_act FOREIGN KEY (bureau_id, stream_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq)
);
comment on table published.bureau is 'The bureaus whose pages the portal shows, and whose rules each of them follows.';

create table published.entry (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  matter_id uuid not null,
  seq integer not null,
  decision_seq integer not null,
  channel text not null,
  form text not null,
  kind text not null,
  number text not null,
  year integer not null,
  serial integer not null,
  title text not null,
  party text not null,
  party_kind text not null,
  party_code text,
  violation text not null,
  penalty text not null,
  unit text,
  decided_on date not null,
  published_on date not null,
  due_on date,
  summary jsonb not null,
  body jsonb not null,
  withheld jsonb not null,
  search_text text not null,
  act_type text not null generated always as ('publication.published'::text) stored,
  search tsvector not null generated always as ((to_tsvector('simple'::regconfig, search_text) || array_to_tsvector(ARRAY[('@'::text || bureau_id), ((('@day/'::text || bureau_id) || '/'::text) || ((published_on - '1970-01-01'::date))::text), ((('@month/'::text || bureau_id) || '/'::text) || (((((EXTRACT(year FROM published_on))::integer * 12) + (EXTRACT(month FROM published_on))::integer) - 1))::text), ((('@year/'::text || bureau_id) || '/'::text) || ((EXTRACT(year FROM published_on))::integer)::text), ('@word/'::text || COALESCE("substring"(number, '市监(.{1,6})〔'::text), ''::text)), ('@of/'::text || (year)::text), ('@party/'::text || party_kind)]))) stored,
  constraint entry_pkey PRIMARY KEY (bureau_id, entry_id, version),
  constraint entry_days_key UNIQUE (bureau_id, entry_id, version, published_on),
  constraint entry_act FOREIGN KEY (bureau_id, matter_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint entry_of_decision FOREIGN KEY (bureau_id, matter_id, decision_seq, number, decided_on) REFERENCES facts.decision(bureau_id, matter_id, seq, number, decided_on),
  constraint entry_after_decision CHECK ((decision_seq < seq)),
  constraint entry_form CHECK ((form = ANY (ARRAY['summary'::text, 'document'::text, 'both'::text]))),
  constraint entry_natural_has_no_code CHECK (((party_kind <> 'natural'::text) OR (party_code IS NULL)))
);
CREATE INDEX entry_by_code ON published.entry USING btree (bureau_id, party_code) WHERE (party_code IS NOT NULL);
CREATE INDEX entry_by_decision_day ON published.entry USING btree (bureau_id, decided_on DESC);
CREATE INDEX entry_by_number ON published.entry USING btree (bureau_id, number);
CREATE INDEX entry_recent ON published.entry USING btree (bureau_id, published_on DESC, year DESC, serial DESC);
CREATE INDEX entry_search ON published.entry USING gin (search) WITH (fastupdate=off);
comment on table published.entry is 'Published decisions: an allow-list projection of the signed decision, natural persons masked (QZ-10a, WD-2.1.4a, WD-2.1.4b, XZ-G-10).';
comment on column published.entry.search_text is 'Pairs of neighbouring characters, then single ones, made by the application: exact like LIKE, without a dictionary.';
comment on column published.entry.search is 'Words of search_text with their places, and marks beginning with @ that no word begins with: bureau, day, month and year of publication, word and year of the number, kind of party. A search can so be kept to a span of days or a kind without reading what lies outside.';

create table published.notice (
  bureau_id text not null,
  item text not null,
  version integer not null,
  stream_id uuid not null,
  seq integer not null,
  title text not null,
  content jsonb not null,
  unit text not null,
  effective_on date not null,
  reason text not null,
  constraint notice_pkey PRIMARY KEY (bureau_id, item, version),
  constraint notice_act FOREIGN KEY (bureau_id, stream_id, seq) REFERENCES acts.act(bureau_id, stream_id, seq),
  constraint notice_item CHECK ((item ~ '^[a-z]+(-[a-z]+)*$'::text))
);
comment on table published.notice is 'What is public beforehand (事前公开), in versions; the rule publish.beforehand lists the items (WD-2.1.2a).';
comment on column published.notice.reason is 'Why this version was made (QZ-3c).';

create table published.page (
  bureau_id text not null,
  path text not null,
  body bytea not null,
  etag text not null,
  media_type text not null,
  made_at timestamp with time zone not null,
  constraint page_pkey PRIMARY KEY (bureau_id, path)
);
comment on table published.page is 'Pages rendered when something was published, kept as bytes.';

create table published.proof (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  file bytea not null,
  log_index bigint not null,
  tree_size bigint not null,
  commitment bytea not null,
  constraint proof_pkey PRIMARY KEY (bureau_id, entry_id, version),
  constraint proof_entry FOREIGN KEY (bureau_id, entry_id, version) REFERENCES published.entry(bureau_id, entry_id, version)
);
comment on table published.proof is 'The proof of each published decision: inclusion of its act in the log, with the published parts opened.';

create table published.slot (
  bureau_id text not null,
  word text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  decided_on date not null,
  due_on date,
  required boolean not null,
  entry_id text,
  version integer,
  published_on date,
  withdrawn_on date,
  withheld_on date,
  reason text,
  first_version integer generated always as (
CASE
    WHEN (published_on IS NOT NULL) THEN 1
    ELSE NULL::integer
END) stored,
  constraint slot_pkey PRIMARY KEY (bureau_id, word, year, serial),
  constraint slot_number FOREIGN KEY (bureau_id, word, year, serial, number) REFERENCES facts.document_number(bureau_id, word, year, serial, number),
  constraint slot_of_decision FOREIGN KEY (bureau_id, number, decided_on) REFERENCES facts.decision(bureau_id, number, decided_on),
  constraint slot_published FOREIGN KEY (bureau_id, entry_id, first_version, published_on) REFERENCES published.entry(bureau_id, entry_id, version, published_on),
  constraint slot_shows FOREIGN KEY (bureau_id, entry_id, version) REFERENCES published.entry(bureau_id, entry_id, version),
  constraint slot_withdrawn FOREIGN KEY (bureau_id, entry_id, version, withdrawn_on) REFERENCES published.withdrawal(bureau_id, entry_id, version, withdrawn_on),
  constraint slot_whole CHECK ((((entry_id IS NULL) = (version IS NULL)) AND ((entry_id IS NULL) = (published_on IS NULL)) AND ((withdrawn_on IS NULL) OR (entry_id IS NOT NULL))))
);
CREATE INDEX slot_by_day ON published.slot USING btree (bureau_id, COALESCE(published_on, decided_on), word, year, serial);
CREATE INDEX slot_by_serial ON published.slot USING btree (bureau_id, serial);
CREATE INDEX slot_late ON published.slot USING btree (bureau_id, year DESC, serial DESC, word DESC) WHERE (published_on > due_on);
CREATE INDEX slot_newest ON published.slot USING btree (bureau_id, year DESC, serial DESC, word DESC);
CREATE INDEX slot_of_entry ON published.slot USING btree (bureau_id, entry_id) WHERE (entry_id IS NOT NULL);
CREATE INDEX slot_to_explain ON published.slot USING btree (bureau_id, year DESC, serial DESC, word DESC) WHERE ((published_on IS NULL) OR (withdrawn_on IS NOT NULL));
comment on table published.slot is 'A place for every decision number: published, late, overdue, withheld, withdrawn, not yet due. Kept up to date by the acts; shows no party.';

create table published.withdrawal (
  bureau_id text not null,
  entry_id text not null,
  version integer not null,
  matter_id uuid not null,
  seq integer not null,
  withdrawn_on date not null,
  reason text not null,
  basis text not null,
  act_type text not null generated always as ('publication.withdrawn'::text) stored,
  constraint withdrawal_pkey PRIMARY KEY (bureau_id, entry_id, version),
  constraint withdrawal_days_key UNIQUE (bureau_id, entry_id, version, withdrawn_on),
  constraint withdrawal_act FOREIGN KEY (bureau_id, matter_id, seq, act_type) REFERENCES acts.act(bureau_id, stream_id, seq, type),
  constraint withdrawal_entry FOREIGN KEY (bureau_id, entry_id, version) REFERENCES published.entry(bureau_id, entry_id, version)
);
comment on table published.withdrawal is 'What was taken down again, when and why (行政处罚法 art. 48; JX-1.7d).';

create table work.clock (
  bureau_id text not null,
  matter_id uuid not null,
  clock_id text not null,
  name text not null,
  term text not null,
  kind text not null,
  unit text not null,
  length integer not null,
  started date,
  due_on date,
  estimated_on date,
  due_at timestamp with time zone,
  ended_at timestamp with time zone,
  open text not null,
  constraint clock_pkey PRIMARY KEY (bureau_id, matter_id, clock_id)
);
CREATE INDEX clock_open_by_due ON work.clock USING btree (bureau_id, due_on) WHERE (ended_at IS NULL);
comment on table work.clock is 'The clocks of each matter; open says whether a due date is known (no), stopped (paused) or beyond the published calendar (unknown).';
comment on column work.clock.estimated_on is 'Where the due date is unknown: the day it would be if every week beyond the published calendar were ordinary. To plan by; nothing is decided by it.';

create table work.draft (
  bureau_id text not null,
  account_id uuid not null,
  draft_key text not null,
  content jsonb not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (bureau_id, account_id, draft_key),
  constraint draft_size CHECK ((octet_length((content)::text) <= 1048576))
);
comment on table work.draft is 'What a person was typing, so that nothing is lost on reload. No record, no fact.';

create table work.matter (
  bureau_id text not null,
  matter_id uuid not null,
  procedure text not null,
  subject text not null,
  party_name text not null,
  party_code text,
  unit_id uuid not null,
  handlers uuid[] not null,
  case_number text,
  decision_number text,
  stage text not null,
  state text not null,
  begun_on date not null,
  last_seq integer not null,
  last_at timestamp with time zone not null,
  next_due date,
  constraint matter_pkey PRIMARY KEY (bureau_id, matter_id)
);
CREATE INDEX matter_by_due ON work.matter USING btree (bureau_id, next_due) WHERE (next_due IS NOT NULL);
CREATE INDEX matter_by_party ON work.matter USING btree (bureau_id, party_code);
CREATE INDEX matter_by_time ON work.matter USING btree (bureau_id, last_at DESC, matter_id);
comment on table work.matter is 'One line a matter, for lists and search; what is known of one party is found by its code or name (QZ-18a).';

create table work.outbox (
  bureau_id text not null,
  job_id uuid not null default gen_random_uuid(),
  task text not null,
  job_key text,
  payload jsonb not null,
  constraint outbox_pkey PRIMARY KEY (bureau_id, job_id)
);
comment on table work.outbox is 'Jobs of acts just recorded, until zhuding_worker puts them into its queue. That role owns the queue and its functions; whoever called one while recording an act would lend it his rights.';

create table work.person (
  bureau_id text not null,
  person_id uuid not null,
  name text not null,
  unit_id uuid not null,
  post text not null,
  roles text[] not null,
  duties text[] not null,
  certificate_number text,
  certificate_from date,
  certificate_until date,
  law_licence boolean not null,
  first_review_on date,
  listing_seq integer,
  listing_qualified boolean,
  listed_from date,
  listed_until date,
  trained_on date,
  login text,
  active boolean not null,
  constraint person_pkey PRIMARY KEY (bureau_id, person_id),
  constraint person_login_once UNIQUE (bureau_id, login),
  constraint person_administrators_apart CHECK (((cardinality(duties) = 0) OR ((cardinality(duties) = 1) AND (cardinality(roles) = 0))))
);
comment on table work.person is 'People as they stand now: post, roles, certificate, listing as reviewer.';
comment on column work.person.duties is 'sysadmin, secadmin or auditadmin: three people, none of whom handles, reviews or decides anything (三员分立).';

create table work.phrase (
  bureau_id text not null,
  phrase_id uuid not null,
  account_id uuid,
  field text not null,
  content text not null,
  constraint phrase_pkey PRIMARY KEY (bureau_id, phrase_id),
  constraint phrase_size CHECK (((char_length(content) >= 1) AND (char_length(content) <= 2000)))
);
comment on table work.phrase is 'Common phrases of a person, or of the bureau where account_id is null.';

create table work.task (
  bureau_id text not null,
  matter_id uuid not null,
  task_key text not null,
  kind text not null,
  act text not null,
  roles text[] not null,
  assignees uuid[] not null,
  unit_id uuid not null,
  clock_id text,
  due_on date,
  asked_by uuid,
  asked_seq integer,
  constraint task_pkey PRIMARY KEY (bureau_id, matter_id, task_key)
);
CREATE INDEX task_by_due ON work.task USING btree (bureau_id, due_on);
comment on table work.task is 'What somebody has to do next: acts whose clock runs, requests for approval, reviews waiting.';

CREATE OR REPLACE FUNCTION acts.day(said jsonb)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN make_date((substr((said ->> 'happened'::text), 1, 4))::integer, (substr((said ->> 'happened'::text), 6, 2))::integer, (substr((said ->> 'happened'::text), 9, 2))::integer);
comment on function acts.day(jsonb) is 'The day an act happened, in China.';

CREATE OR REPLACE FUNCTION acts.draft(act_type text, opened json)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN (SELECT CASE WHEN (json_typeof(draft.held) = 'object'::text) THEN encode(sha256(convert_to((('{'::text || (SELECT COALESCE(string_agg((((to_json(field.key))::text || ':'::text) || (field.value)::text), ','::text ORDER BY (field.key COLLATE "C")), ''::text) AS "coalesce" FROM json_each(draft.held) field(key, value) WHERE (field.key <> ALL (ARRAY['statement-kind'::text, 'statement'::text])))) || '}'::text), 'UTF8'::name)), 'hex'::text) ELSE NULL::text END AS "case" FROM (SELECT CASE draft.act_type WHEN 'review.requested'::text THEN (((draft.opened -> 'data.proposal'::text) -> 1) -> 'values'::text) ELSE CASE WHEN (NOT (EXISTS (SELECT FROM json_array_elements(((draft.opened -> 'data.documents'::text) -> 1)) WITH ORDINALITY issued(document, "position") WHERE ((issued."position" > 1) AND ((issued.document ->> 'code'::text) ~~ '%-decision'::text))))) THEN ((((draft.opened -> 'data.documents'::text) -> 1) -> 0) -> 'values'::text) ELSE NULL::json END END AS held) draft);
comment on function acts.draft(text,json) is 'The hash of the decision an act holds, without what is written after the review.';

CREATE OR REPLACE FUNCTION acts.said(act_type text, opened bytea)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(jsonb_object_agg(
    field.key, case field.key
      when 'data.party' then field.value->1->'kind'
      when 'data.draft' then case when field.value->>1 = acts.draft(act_type, whole.act) then field.value->1 end
      else field.value->1
    end), '{}')
  from (select convert_from(opened, 'UTF8')::json as act) as whole, json_each(whole.act) as field
  where field.key in ('happened', 'by', 'recorded-by', 'pack') or field.key = any (case act_type
    when 'matter.begun' then array['data.procedure', 'data.flags', 'data.party']
    when 'subject.flagged' then array['data.flags']
    when 'handlers.assigned' then array['data.handlers']
    when 'investigation.concluded' then array['data.penalty']
    when 'notice.served' then array['data.penalty']
    when 'review.requested' then array['data.kind', 'data.draft']
    when 'review.concluded' then array['data.opinion', 'data.items']
    when 'decision.made' then array['data.outcome', 'data.penalty', 'data.draft', 'data.number']
    when 'reviewer.listed' then array['data.law-licence', 'data.first-review-on', 'data.from', 'data.until']
    when 'certificate.issued' then array['data.number', 'data.from', 'data.until']
    when 'certificate.revoked' then array['data.number', 'data.on']
  end)
$function$;
comment on function acts.said(text,bytea) is 'What an act says as far as constraints ask, from its opened fields.';

CREATE OR REPLACE FUNCTION acts.texts(said jsonb, name text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN ARRAY(SELECT jsonb_array_elements_text(CASE WHEN (said ? name) THEN (said -> name) ELSE '[]'::jsonb END) AS jsonb_array_elements_text);
comment on function acts.texts(jsonb,text) is 'A list of texts an act says; empty where it says none.';

CREATE OR REPLACE FUNCTION context.bureau()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  token constant text := current_setting('zhuding.context', true);
  inner_pad bytea;
  outer_pad bytea;
begin
  select k.inner_pad, k.outer_pad into inner_pad, outer_pad from context.key k;
  -- One expression: PL/pgSQL prepares each anew in every transaction.
  return case
    when sha256(convert_to(encode(sha256(
           outer_pad || sha256(inner_pad || convert_to(left(token, -65), 'UTF8'))), 'hex'), 'UTF8'))
         = sha256(convert_to(right(token, 64), 'UTF8'))
    then case
      when split_part(token, '.', 4) = pg_backend_pid()::text
       and to_timestamp(split_part(token, '.', 3)::double precision) > statement_timestamp()
      then split_part(token, '.', 2)
    end
  end;
end
$function$;
comment on function context.bureau() is 'The bureau this connection speaks for, proved by a token; NULL without a valid one.';

CREATE OR REPLACE FUNCTION law.amount(proposal jsonb, name text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN COALESCE((((proposal -> 'penalty'::text) ->> name))::bigint, (0)::bigint);
comment on function law.amount(jsonb,text) is 'An amount of the penalty under discussion, in 分.';

CREATE OR REPLACE FUNCTION law.kinds(proposal jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN ARRAY(SELECT kind.key FROM jsonb_each(COALESCE((kinds.proposal -> 'penalty'::text), '{}'::jsonb)) kind(key, value) WHERE (kind.value = 'true'::jsonb));
comment on function law.kinds(jsonb) is 'The kinds of penalty under discussion, beside amounts.';

CREATE OR REPLACE FUNCTION law.list_hits(list jsonb, procedure text, fine bigint, confiscation bigint, kinds text[], outcome text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg('list:' || (entry->>'id') order by position), '{}')
  from jsonb_array_elements(list) with ordinality as listed(entry, position)
  where entry->>'procedure' = procedure
    and coalesce(fine >= (entry->>'fineAtLeast')::bigint, true)
    and coalesce(confiscation >= (entry->>'confiscationAtLeast')::bigint, true)
    and (not entry ? 'kinds' or kinds && array(select jsonb_array_elements_text(entry->'kinds')))
    and (not entry ? 'outcomes' or outcome = any (array(select jsonb_array_elements_text(entry->'outcomes'))))
$function$;
comment on function law.list_hits(jsonb,text,bigint,bigint,text[],text) is 'The entries of a bureau''s list of major decisions that a penalty or outcome meets; amounts in 分.';

CREATE OR REPLACE FUNCTION law.proposal(said jsonb, act_type text, before jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN CASE WHEN ((NOT (said ? 'data.penalty'::text)) OR (((before ->> 'by'::text) = 'decision.made'::text) AND (act_type <> 'decision.made'::text)) OR (((before ->> 'by'::text) = 'notice.served'::text) AND (act_type = 'investigation.concluded'::text))) THEN COALESCE(before, '{}'::jsonb) ELSE jsonb_build_object('by', act_type, 'penalty', (said -> 'data.penalty'::text)) END;
comment on function law.proposal(jsonb,text,jsonb) is 'The penalty under discussion after an act: the decision''s, else the last notice''s, else that of the last report.';

CREATE OR REPLACE FUNCTION law.review_grounds(procedure text, scope text, list jsonb, flags text[], hearing_seq integer, fine bigint, confiscation bigint, kinds text[], outcome text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case
    when procedure in ('penalty.summary', 'inspection.random') then '{}'::text[]
    else array(select flag from unnest(array['public-interest', 'complex', 'statute']) as flag where flag = any (flags))
      || case when hearing_seq > 0 then array['hearing-held'] else '{}'::text[] end
      || case when scope = 'FIVE_GROUNDS'
           then array(select flag from unnest(array['social-impact', 'major-rights']) as flag where flag = any (flags)) else '{}'::text[] end
      || law.list_hits(list, procedure, fine, confiscation, kinds, outcome)
      || case when scope = 'ALL_EXCEPT_SUMMARY' then array['all-except-summary'] else '{}'::text[] end
  end
$function$;
comment on function law.review_grounds(text,text,jsonb,text[],integer,bigint,bigint,text[],text) is 'The grounds on which a decision needs legal review (行政处罚法 art. 58, 程序规定 art. 50, the bureau''s scope and list).';

CREATE OR REPLACE FUNCTION law.review_required(procedure text, grounds text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN CASE WHEN (cardinality(grounds) > 0) THEN 'legal'::text WHEN (procedure = 'penalty.ordinary'::text) THEN 'case'::text ELSE 'none'::text END;
comment on function law.review_required(text,text[]) is 'legal on any ground; otherwise an ordinary penalty case still needs case review (程序规定 art. 52).';

CREATE OR REPLACE FUNCTION law.same_set(a text[], b text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN ((a @> b) AND (a <@ b));
comment on function law.same_set(text[],text[]) is 'Whether two lists name the same things.';

CREATE OR REPLACE FUNCTION law.taking_part(act_type text, said jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
RETURN CASE WHEN (act_type = ANY (ARRAY['premises.inspected'::text, 'evidence.recorded'::text, 'preservation.ordered'::text, 'seizure.ordered'::text, 'investigation.concluded'::text])) THEN (array_remove(acts.texts(said, 'by'::text), 'party'::text) || (said ->> 'recorded-by'::text)) ELSE '{}'::text[] END;
comment on function law.taking_part(text,jsonb) is 'Who takes part in the matter by an act of the investigation: those who do it, and whoever records it.';
