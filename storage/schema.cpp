#include "storage/schema.h"

#include "storage/ledgerschema.h"

#include <sqlite3.h>

namespace tokenledger {

namespace {

// Days count from 1970-01-01, bucket_start in seconds from there, fetched_at and at in milliseconds; months are the day
// number of their first day. Money is nano-dollars. In key tables a positive number is a term's id, 0 is null and -1 is
// "not grouped". In the day rollups a dimension that was summed over is "not grouped" too, which is what it is.
constexpr const char* FirstSchema = R"sql(
CREATE TABLE meta (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE term (
    id   INTEGER PRIMARY KEY NOT NULL,
    text TEXT NOT NULL UNIQUE
);

CREATE TABLE scope (
    id            INTEGER PRIMARY KEY NOT NULL,
    provider      TEXT NOT NULL,
    source        TEXT NOT NULL,
    bucket_width  INTEGER NOT NULL,
    grouped_by    TEXT NOT NULL,
    UNIQUE (provider, source, bucket_width, grouped_by)
);

CREATE TABLE coverage (
    dataset    INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    state      INTEGER NOT NULL,
    fetched_at BIGINT  NOT NULL,
    request_id TEXT    NOT NULL,
    scope      INTEGER REFERENCES scope (id),
    fact_rows  BIGINT  NOT NULL,
    error      TEXT    NOT NULL,
    PRIMARY KEY (dataset, day)
) WITHOUT ROWID;

CREATE TABLE request_log (
    id          INTEGER PRIMARY KEY NOT NULL,
    at          BIGINT  NOT NULL,
    dataset     INTEGER NOT NULL,
    request     TEXT    NOT NULL,
    http_status INTEGER NOT NULL,
    outcome     TEXT    NOT NULL,
    answer_rows BIGINT  NOT NULL,
    retries     INTEGER NOT NULL,
    duration_ms BIGINT  NOT NULL,
    request_id  TEXT    NOT NULL
);

CREATE TABLE workspace (
    term        INTEGER PRIMARY KEY NOT NULL REFERENCES term (id),
    name        TEXT    NOT NULL,
    created_at  BIGINT,
    archived_at BIGINT,
    listed      INTEGER NOT NULL
);

CREATE TABLE api_key (
    term       INTEGER PRIMARY KEY NOT NULL REFERENCES term (id),
    name       TEXT    NOT NULL,
    status     TEXT    NOT NULL,
    workspace  INTEGER NOT NULL,
    created_at BIGINT,
    listed     INTEGER NOT NULL
);

CREATE TABLE usage_key (
    id             INTEGER PRIMARY KEY NOT NULL,
    workspace      INTEGER NOT NULL,
    api_key        INTEGER NOT NULL,
    model          INTEGER NOT NULL,
    service_tier   INTEGER NOT NULL,
    context_window INTEGER NOT NULL,
    UNIQUE (workspace, api_key, model, service_tier, context_window)
);
CREATE TABLE usage_fact (
    scope             INTEGER NOT NULL REFERENCES scope (id),
    bucket_start      BIGINT  NOT NULL,
    key               INTEGER NOT NULL REFERENCES usage_key (id),
    uncached_input    BIGINT  NOT NULL,
    cache_creation_5m BIGINT  NOT NULL,
    cache_creation_1h BIGINT  NOT NULL,
    cache_read        BIGINT  NOT NULL,
    output            BIGINT  NOT NULL,
    web_searches      BIGINT  NOT NULL,
    PRIMARY KEY (scope, bucket_start, key)
) WITHOUT ROWID;
CREATE TABLE usage_day (
    day               INTEGER NOT NULL,
    key               INTEGER NOT NULL REFERENCES usage_key (id),
    uncached_input    BIGINT  NOT NULL,
    cache_creation_5m BIGINT  NOT NULL,
    cache_creation_1h BIGINT  NOT NULL,
    cache_read        BIGINT  NOT NULL,
    output            BIGINT  NOT NULL,
    web_searches      BIGINT  NOT NULL,
    PRIMARY KEY (day, key)
) WITHOUT ROWID;
CREATE TABLE usage_month (
    month             INTEGER NOT NULL,
    key               INTEGER NOT NULL REFERENCES usage_key (id),
    facts             BIGINT  NOT NULL,
    uncached_input    BIGINT  NOT NULL,
    cache_creation_5m BIGINT  NOT NULL,
    cache_creation_1h BIGINT  NOT NULL,
    cache_read        BIGINT  NOT NULL,
    output            BIGINT  NOT NULL,
    web_searches      BIGINT  NOT NULL,
    PRIMARY KEY (month, key)
) WITHOUT ROWID;

CREATE TABLE cost_key (
    id             INTEGER PRIMARY KEY NOT NULL,
    workspace      INTEGER NOT NULL,
    description    INTEGER NOT NULL,
    cost_type      INTEGER NOT NULL,
    token_type     INTEGER NOT NULL,
    model          INTEGER NOT NULL,
    service_tier   INTEGER NOT NULL,
    context_window INTEGER NOT NULL,
    inference_geo  INTEGER NOT NULL,
    UNIQUE (workspace, description, cost_type, token_type, model, service_tier, context_window, inference_geo)
);
CREATE TABLE cost_fact (
    scope        INTEGER NOT NULL REFERENCES scope (id),
    bucket_start BIGINT  NOT NULL,
    key          INTEGER NOT NULL REFERENCES cost_key (id),
    amount_nano  BIGINT  NOT NULL,
    PRIMARY KEY (scope, bucket_start, key)
) WITHOUT ROWID;
CREATE TABLE cost_day (
    day         INTEGER NOT NULL,
    key         INTEGER NOT NULL REFERENCES cost_key (id),
    amount_nano BIGINT  NOT NULL,
    PRIMARY KEY (day, key)
) WITHOUT ROWID;
CREATE TABLE cost_month (
    month       INTEGER NOT NULL,
    key         INTEGER NOT NULL REFERENCES cost_key (id),
    facts       BIGINT  NOT NULL,
    amount_nano BIGINT  NOT NULL,
    PRIMARY KEY (month, key)
) WITHOUT ROWID;

CREATE TABLE claude_code_key (
    id                INTEGER PRIMARY KEY NOT NULL,
    actor_type        INTEGER NOT NULL,
    actor             INTEGER NOT NULL,
    terminal          INTEGER NOT NULL,
    customer_type     INTEGER NOT NULL,
    subscription_type INTEGER NOT NULL,
    UNIQUE (actor_type, actor, terminal, customer_type, subscription_type)
);
CREATE TABLE claude_code_fact (
    scope          INTEGER NOT NULL REFERENCES scope (id),
    bucket_start   BIGINT  NOT NULL,
    key            INTEGER NOT NULL REFERENCES claude_code_key (id),
    sessions       BIGINT  NOT NULL,
    lines_added    BIGINT  NOT NULL,
    lines_removed  BIGINT  NOT NULL,
    commits        BIGINT  NOT NULL,
    pull_requests  BIGINT  NOT NULL,
    tool_accepted  BIGINT  NOT NULL,
    tool_rejected  BIGINT  NOT NULL,
    estimated_nano BIGINT  NOT NULL,
    PRIMARY KEY (scope, bucket_start, key)
) WITHOUT ROWID;

CREATE TABLE claude_code_model_key (
    id                INTEGER PRIMARY KEY NOT NULL,
    actor_type        INTEGER NOT NULL,
    actor             INTEGER NOT NULL,
    terminal          INTEGER NOT NULL,
    customer_type     INTEGER NOT NULL,
    subscription_type INTEGER NOT NULL,
    model             INTEGER NOT NULL,
    UNIQUE (actor_type, actor, terminal, customer_type, subscription_type, model)
);
CREATE TABLE claude_code_model_fact (
    scope          INTEGER NOT NULL REFERENCES scope (id),
    bucket_start   BIGINT  NOT NULL,
    key            INTEGER NOT NULL REFERENCES claude_code_model_key (id),
    input          BIGINT  NOT NULL,
    output         BIGINT  NOT NULL,
    cache_read     BIGINT  NOT NULL,
    cache_creation BIGINT  NOT NULL,
    estimated_nano BIGINT  NOT NULL,
    PRIMARY KEY (scope, bucket_start, key)
) WITHOUT ROWID;

CREATE TABLE claude_code_tool_key (
    id                INTEGER PRIMARY KEY NOT NULL,
    actor_type        INTEGER NOT NULL,
    actor             INTEGER NOT NULL,
    terminal          INTEGER NOT NULL,
    customer_type     INTEGER NOT NULL,
    subscription_type INTEGER NOT NULL,
    tool              INTEGER NOT NULL,
    UNIQUE (actor_type, actor, terminal, customer_type, subscription_type, tool)
);
CREATE TABLE claude_code_tool_fact (
    scope        INTEGER NOT NULL REFERENCES scope (id),
    bucket_start BIGINT  NOT NULL,
    key          INTEGER NOT NULL REFERENCES claude_code_tool_key (id),
    accepted     BIGINT  NOT NULL,
    rejected     BIGINT  NOT NULL,
    PRIMARY KEY (scope, bucket_start, key)
) WITHOUT ROWID;
)sql";

// What the lists name, of every kind, with the history of it; and what changed in days that were final. Fields that are
// null have no row. `within` is the workspace of a member, else 0.
constexpr const char* Histories = R"sql(
CREATE TABLE object (
    kind          INTEGER NOT NULL,
    id            INTEGER NOT NULL REFERENCES term (id),
    within        INTEGER NOT NULL,
    listed        INTEGER NOT NULL,
    first_seen_at BIGINT  NOT NULL,
    last_seen_at  BIGINT  NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE object_field (
    kind  INTEGER NOT NULL,
    id    INTEGER NOT NULL REFERENCES term (id),
    field TEXT    NOT NULL,
    value TEXT    NOT NULL,
    PRIMARY KEY (kind, id, field)
) WITHOUT ROWID;
CREATE TABLE object_list (
    kind       INTEGER NOT NULL,
    within     INTEGER NOT NULL,
    fetched_at BIGINT  NOT NULL,
    PRIMARY KEY (kind, within)
) WITHOUT ROWID;
CREATE TABLE object_change (
    id      INTEGER PRIMARY KEY NOT NULL,
    seen_at BIGINT  NOT NULL,
    kind    INTEGER NOT NULL,
    object  INTEGER NOT NULL REFERENCES term (id),
    field   TEXT    NOT NULL,
    old     TEXT,
    new     TEXT
);
INSERT INTO object (kind, id, within, listed, first_seen_at, last_seen_at)
    SELECT 0, term, 0, listed, 0, 0 FROM workspace;
INSERT INTO object_field (kind, id, field, value) SELECT 0, term, 'name', name FROM workspace;
INSERT INTO object (kind, id, within, listed, first_seen_at, last_seen_at)
    SELECT 1, term, 0, listed, 0, 0 FROM api_key;
INSERT INTO object_field (kind, id, field, value) SELECT 1, term, 'name', name FROM api_key;
DROP TABLE workspace;
DROP TABLE api_key;

CREATE TABLE restatement (
    id         INTEGER PRIMARY KEY NOT NULL,
    seen_at    BIGINT  NOT NULL,
    request_id TEXT    NOT NULL,
    facts      TEXT    NOT NULL,
    day        INTEGER NOT NULL,
    key        INTEGER,
    measure    TEXT    NOT NULL,
    old        BIGINT,
    new        BIGINT
);
)sql";

// Days by what the pages ask for most and the first day tables sum over: the bill by workspace, the use by API key.
// What is there already is added up here, of the facts that each day shows.
constexpr const char* NarrowDays = R"sql(
CREATE TABLE usage_api_key_day (
    day               INTEGER NOT NULL,
    key               INTEGER NOT NULL REFERENCES usage_key (id),
    uncached_input    BIGINT  NOT NULL,
    cache_creation_5m BIGINT  NOT NULL,
    cache_creation_1h BIGINT  NOT NULL,
    cache_read        BIGINT  NOT NULL,
    output            BIGINT  NOT NULL,
    web_searches      BIGINT  NOT NULL,
    PRIMARY KEY (day, key)
) WITHOUT ROWID;
CREATE TABLE cost_workspace_day (
    day         INTEGER NOT NULL,
    key         INTEGER NOT NULL REFERENCES cost_key (id),
    amount_nano BIGINT  NOT NULL,
    PRIMARY KEY (day, key)
) WITHOUT ROWID;

INSERT INTO usage_key (id, workspace, api_key, model, service_tier, context_window)
    SELECT (SELECT COALESCE(MAX(id), 0) FROM usage_key) + ROW_NUMBER() OVER (ORDER BY workspace, api_key),
           workspace, api_key, -1, -1, -1
    FROM (SELECT DISTINCT k.workspace, k.api_key
          FROM coverage c
          JOIN usage_fact f ON f.scope = c.scope AND f.bucket_start = c.day * 86400
          JOIN usage_key k ON k.id = f.key
          WHERE c.dataset = 0) used
    WHERE NOT EXISTS (SELECT 1 FROM usage_key n WHERE n.workspace = used.workspace AND n.api_key = used.api_key
                      AND n.model = -1 AND n.service_tier = -1 AND n.context_window = -1);
INSERT INTO usage_api_key_day (day, key, uncached_input, cache_creation_5m, cache_creation_1h, cache_read, output,
                               web_searches)
    SELECT c.day, n.id, SUM(f.uncached_input), SUM(f.cache_creation_5m), SUM(f.cache_creation_1h), SUM(f.cache_read),
           SUM(f.output), SUM(f.web_searches)
    FROM coverage c
    JOIN usage_fact f ON f.scope = c.scope AND f.bucket_start = c.day * 86400
    JOIN usage_key k ON k.id = f.key
    JOIN usage_key n ON n.workspace = k.workspace AND n.api_key = k.api_key AND n.model = -1 AND n.service_tier = -1
                    AND n.context_window = -1
    WHERE c.dataset = 0
    GROUP BY c.day, n.id;

INSERT INTO cost_key (id, workspace, description, cost_type, token_type, model, service_tier, context_window,
                      inference_geo)
    SELECT (SELECT COALESCE(MAX(id), 0) FROM cost_key) + ROW_NUMBER() OVER (ORDER BY workspace, model),
           workspace, -1, -1, -1, model, -1, -1, -1
    FROM (SELECT DISTINCT k.workspace, k.model
          FROM coverage c
          JOIN cost_fact f ON f.scope = c.scope AND f.bucket_start = c.day * 86400
          JOIN cost_key k ON k.id = f.key
          WHERE c.dataset = 3) used
    WHERE NOT EXISTS (SELECT 1 FROM cost_key n WHERE n.workspace = used.workspace AND n.description = -1
                      AND n.cost_type = -1 AND n.token_type = -1 AND n.model = used.model AND n.service_tier = -1
                      AND n.context_window = -1 AND n.inference_geo = -1);
INSERT INTO cost_workspace_day (day, key, amount_nano)
    SELECT c.day, n.id, SUM(f.amount_nano)
    FROM coverage c
    JOIN cost_fact f ON f.scope = c.scope AND f.bucket_start = c.day * 86400
    JOIN cost_key k ON k.id = f.key
    JOIN cost_key n ON n.workspace = k.workspace AND n.description = -1 AND n.cost_type = -1 AND n.token_type = -1
                   AND n.model = k.model AND n.service_tier = -1 AND n.context_window = -1 AND n.inference_geo = -1
    WHERE c.dataset = 3
    GROUP BY c.day, n.id;
)sql";

constexpr std::array Migrations = {
    Migration{1, FirstSchema},
    Migration{2, Histories},
    Migration{3, NarrowDays},
    Migration{4, LedgerTables},
};
static_assert(isStrictlyIncreasing(Migrations));

}  // namespace

std::span<const Migration> cacheMigrations() { return Migrations; }

int newestSchemaVersion() { return Migrations.back().version; }

const char* sqliteVersion() { return sqlite3_libversion(); }

}  // namespace tokenledger
