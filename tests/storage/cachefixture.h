// What the cache tests share: small pages written by hand, and a plain model that adds up what was put in.
#pragma once

#include "app/core/records.h"
#include "storage/cachereader.h"
#include "storage/cachewriter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <optional>

namespace tokenledger::test {

/// "" is the default workspace or console use (null); NotAsked is a dimension that was not grouped by.
inline const QString NotAsked = QStringLiteral("<not asked>");

struct UsageInput {
    QString workspace;
    QString apiKey;
    QString model;
    QString tier = QStringLiteral("standard");
    QString window = QStringLiteral("0-200k");
    UsageMeasures measures;
};
struct CostInput {
    QString workspace;
    QString description;
    QString tokenType;
    QString model;
    std::int64_t nano = 0;
};

[[nodiscard]] UtcDay day(const char* iso);
[[nodiscard]] DateRange days(const char* first, const char* last);
[[nodiscard]] QDateTime at(const char* rfc3339);
[[nodiscard]] RequestLogEntry answered(const QDateTime& when, Dataset dataset = Dataset::Usage);

inline constexpr DimensionSet AllUsageDimensions{Dimension::Workspace, Dimension::ApiKey, Dimension::Model,
                                                 Dimension::ServiceTier, Dimension::ContextWindow};
inline constexpr DimensionSet AllCostDimensions{
    Dimension::Workspace, Dimension::Description, Dimension::CostType,      Dimension::TokenType,
    Dimension::Model,     Dimension::ServiceTier, Dimension::ContextWindow, Dimension::InferenceGeo};

/// Pages bucket by bucket, as the parser would make them.
class UsagePageBuilder {
public:
    explicit UsagePageBuilder(DimensionSet grouping = AllUsageDimensions, BucketWidth width = BucketWidth::Day);
    UsagePageBuilder& bucket(std::int64_t start, const std::vector<UsageInput>& rows);
    UsagePageBuilder& bucket(UtcDay day, const std::vector<UsageInput>& rows) {
        return bucket(day.startSeconds(), rows);
    }
    UsagePageBuilder& malformed(std::int64_t start, const QString& error);
    [[nodiscard]] const UsagePage& page() const { return m_page; }

private:
    PoolTerm term(Dimension dimension, const QString& text);
    UsagePage m_page;
};
class CostPageBuilder {
public:
    CostPageBuilder();
    CostPageBuilder& bucket(UtcDay day, const std::vector<CostInput>& rows);
    CostPageBuilder& malformed(UtcDay day, const QString& error);
    [[nodiscard]] const CostPage& page() const { return m_page; }

private:
    CostPage m_page;
};

[[nodiscard]] UsageMeasures tokens(std::int64_t uncached, std::int64_t created5m = 0, std::int64_t created1h = 0,
                                   std::int64_t read = 0, std::int64_t output = 0, std::int64_t searches = 0);

/// A cache file of its own; opens writer and reader or fails the test.
class CacheFile {
public:
    CacheFile();
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("organization.tlcache")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] std::unique_ptr<CacheWriter> writer() const;
    [[nodiscard]] std::unique_ptr<CacheReader> reader() const;

private:
    QTemporaryDir m_folder;
};

/// The value, or a failed test that shows the error.
template <typename T>
T valueOf(Result<T> result) {
    if (!result) qFatal("%s (%s)", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// A row as text: "2026-11-20 | wrkspc_1 | - | 12 0 0 3 1 0"; null is "-", not grouped "~".
[[nodiscard]] QStringList asText(const CacheReader& reader, const FactQuery& query, const std::vector<UsageRow>& rows);
[[nodiscard]] QStringList asText(const CacheReader& reader, const FactQuery& query, const std::vector<CostRow>& rows);
[[nodiscard]] QStringList usageText(const CacheReader& reader, const FactQuery& query);
[[nodiscard]] QStringList costText(const CacheReader& reader, const FactQuery& query);
[[nodiscard]] QString messageOf(const Error& error);

}  // namespace tokenledger::test
