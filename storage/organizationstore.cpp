#include "storage/organizationstore.h"

#include "app/core/plaintext.h"

#include <QDir>

namespace tokenledger {

namespace {

constexpr std::string_view IdEntry = "organization_id";
constexpr std::string_view NameEntry = "organization_name";
constexpr std::string_view SampleEntry = "sample";
constexpr std::string_view LimitEntry = "requests_per_hour";
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
    return singleInteger(db, "SELECT COUNT(*) FROM object WHERE listed = 1");
}

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

std::optional<int> readRequestLimit(SQLite::Database& db) {
    const std::optional<QString> limit = readMeta(db, LimitEntry);
    return limit ? std::optional(limit->toInt()) : std::nullopt;
}

void writeRequestLimit(SQLite::Database& db, int perHour) { writeMeta(db, LimitEntry, QString::number(perHour)); }

void writeOrganizationTime(SQLite::Database& db, const QDateTime& time) {
    writeMeta(db, TimeEntry, QString::number(time.toMSecsSinceEpoch()));
}

}  // namespace tokenledger
