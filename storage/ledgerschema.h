// The tables of what people decide and do with the figures: definitions, the audit log, closed months, and what an
// internal tracking counted.
#pragma once

namespace tokenledger {

// Rows of definition, audit_log, month_close and month_reopening are only ever added. In tracking_day null is a figure
// that the source does not have; model is a term, or 0 where the source names none.
inline constexpr const char* LedgerTables = R"sql(
CREATE TABLE definition (
    kind    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    at      BIGINT  NOT NULL,
    author  TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    PRIMARY KEY (kind, name, version)
) WITHOUT ROWID;

CREATE TABLE audit_log (
    id      INTEGER PRIMARY KEY NOT NULL,
    at      BIGINT  NOT NULL,
    author  TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    sha256  TEXT    NOT NULL,
    chain   TEXT    NOT NULL
);

CREATE TABLE month_close (
    month   INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at      BIGINT  NOT NULL,
    author  TEXT    NOT NULL,
    body    TEXT    NOT NULL,
    sha256  TEXT    NOT NULL,
    PRIMARY KEY (month, version)
) WITHOUT ROWID;
CREATE TABLE month_reopening (
    month   INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at      BIGINT  NOT NULL,
    author  TEXT    NOT NULL,
    reason  TEXT    NOT NULL,
    PRIMARY KEY (month, version),
    FOREIGN KEY (month, version) REFERENCES month_close (month, version)
) WITHOUT ROWID;

CREATE TABLE tracking_import (
    id        INTEGER PRIMARY KEY NOT NULL,
    at        BIGINT  NOT NULL,
    author    TEXT    NOT NULL,
    source    TEXT    NOT NULL,
    file_name TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    first_day INTEGER NOT NULL,
    last_day  INTEGER NOT NULL,
    file_rows BIGINT  NOT NULL
);
CREATE TABLE tracking_day (
    source              INTEGER NOT NULL REFERENCES term (id),
    day                 INTEGER NOT NULL,
    model               INTEGER NOT NULL,
    uncached_input      BIGINT,
    cache_creation_5m   BIGINT,
    cache_creation_1h   BIGINT,
    cache_creation      BIGINT,
    cache_read          BIGINT,
    output              BIGINT,
    requests            BIGINT,
    successful_requests BIGINT,
    cost_nano           BIGINT,
    PRIMARY KEY (source, day, model)
) WITHOUT ROWID;
)sql";

}  // namespace tokenledger
