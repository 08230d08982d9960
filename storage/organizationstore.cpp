#include "storage/organizationstore.h"

#include "app/core/plaintext.h"

#include <QDir>

namespace tokenledger {

namespace {

constexpr std::string_view IdEntry = "organization_id";
constexpr std::string_view NameEntry = "organization_name";
constexpr std::string_view SampleEntry = "sample";
constexpr std::string_view TimeEntry = "organization_fetched_at";

std::optional<QString> readMeta(SQLite::Database& db, std::string_view name) {
    Statement find(db, "SELECT value FROM meta WHERE name = ?");
    if (!find.with(name).step()) return std::nullopt;
    return find.string(0);
}

void writeMeta(SQLite::Database& db, std::string_view name, const QString& value) {
    Statement put(
        db, "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    put.with(name, value).run();
}

std::string utf8(const QString& text) { return text.toStdString(); }

void bindTime(Statement& statement, int index, const QDateTime& time) {
    if (time.isValid()) {
        statement.bind(index, std::int64_t{time.toMSecsSinceEpoch()});
    } else {
        statement.bind(index, nullptr);
    }
}

QHash<TermId, QString> readNames(SQLite::Database& db, const char* sql) {
    QHash<TermId, QString> names;
    for (Statement all(db, sql); all.step();) names.insert(static_cast<TermId>(all.integer(0)), all.string(1));
    return names;
}

}  // namespace

std::optional<Organization> readOrganization(SQLite::Database& db) {
    const std::optional<QString> id = readMeta(db, IdEntry);
    if (!id) return std::nullopt;
    return Organization{*id, readMeta(db, NameEntry).value_or(QString())};
}

bool readSampleFlag(SQLite::Database& db) { return readMeta(db, SampleEntry) == QStringLiteral("1"); }

QDateTime readOrganizationTime(SQLite::Database& db) {
    const std::optional<QString> milliseconds = readMeta(db, TimeEntry);
    return milliseconds ? QDateTime::fromMSecsSinceEpoch(milliseconds->toLongLong(), Qt::UTC) : QDateTime();
}

std::int64_t countOrganizationRows(SQLite::Database& db) {
    return singleInteger(db,
                         "SELECT (SELECT COUNT(*) FROM meta WHERE name = 'organization_id') + "
                         "(SELECT COUNT(*) FROM workspace WHERE listed = 1) + "
                         "(SELECT COUNT(*) FROM api_key WHERE listed = 1)");
}

QHash<TermId, QString> readWorkspaceNames(SQLite::Database& db) {
    return readNames(db, "SELECT term, name FROM workspace");
}

QHash<TermId, QString> readApiKeyNames(SQLite::Database& db) { return readNames(db, "SELECT term, name FROM api_key"); }

Result<void> writeOrganization(SQLite::Database& db, const Organization& organization, bool sample,
                               const QString& path) {
    if (const auto known = readOrganization(db);
        known && (known->id != organization.id || readSampleFlag(db) != sample)) {
        return failure(ErrorKind::Cache,
                       QStringLiteral("The cache %1 belongs to the organization \"%2\", but the key belongs to \"%3\". "
                                      "Nothing was fetched: two organizations are never mixed. Use another profile or "
                                      "cache for it (--profile, --cache).")
                           .arg(QDir::toNativeSeparators(path), plainText(known->name), plainText(organization.name)),
                       QStringLiteral("the cache holds organization %1, the answer came from %2")
                           .arg(plainText(known->id), plainText(organization.id)));
    }
    writeMeta(db, IdEntry, organization.id);
    writeMeta(db, NameEntry, organization.name);
    writeMeta(db, SampleEntry, sample ? QStringLiteral("1") : QStringLiteral("0"));
    return {};
}

void writeOrganizationTime(SQLite::Database& db, const QDateTime& time) {
    writeMeta(db, TimeEntry, QString::number(time.toMSecsSinceEpoch()));
}

void writeWorkspaces(SQLite::Database& db, TermIndex& terms, const std::vector<Workspace>& workspaces) {
    db.exec("UPDATE workspace SET listed = 0 WHERE listed = 1");
    Statement put(db,
                  "INSERT INTO workspace (term, name, created_at, archived_at, listed) VALUES (?, ?, ?, ?, 1) "
                  "ON CONFLICT (term) DO UPDATE SET name = excluded.name, created_at = excluded.created_at, "
                  "archived_at = excluded.archived_at, listed = excluded.listed");
    for (const Workspace& workspace : workspaces) {
        put.with(std::int64_t{terms.idOf(utf8(workspace.id))}, workspace.name);
        bindTime(put, 3, workspace.createdAt);
        bindTime(put, 4, workspace.archivedAt.value_or(QDateTime()));
        put.run();
    }
}

void writeApiKeys(SQLite::Database& db, TermIndex& terms, const std::vector<ApiKey>& keys) {
    db.exec("UPDATE api_key SET listed = 0 WHERE listed = 1");
    Statement put(db,
                  "INSERT INTO api_key (term, name, status, workspace, created_at, listed) VALUES (?, ?, ?, ?, ?, 1) "
                  "ON CONFLICT (term) DO UPDATE SET name = excluded.name, status = excluded.status, "
                  "workspace = excluded.workspace, created_at = excluded.created_at, listed = excluded.listed");
    for (const ApiKey& key : keys) {
        const TermId workspace = key.workspaceId ? terms.idOf(utf8(*key.workspaceId)) : NullTerm;
        put.with(std::int64_t{terms.idOf(utf8(key.id))}, key.name, key.status, std::int64_t{workspace});
        bindTime(put, 5, key.createdAt);
        put.run();
    }
}

}  // namespace tokenledger
