// A cache file with few rows, written through the real writer, for tests of reports.
#pragma once

#include "storage/cachereader.h"
#include "storage/cachewriter.h"

#include <QTemporaryDir>

#include <memory>

namespace tokenledger {

inline UtcDay isoDay(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }
inline QDateTime noonOf(UtcDay day) { return day.start().addSecs(12 * 3600); }

inline constexpr const char* NoId = nullptr;  // JSON null

struct UsageLine {
    const char* at;  // "2026-11-20", or with an hour "2026-11-20T13"
    const char* workspace;
    const char* apiKey;
    const char* model;
    const char* tier;
    UsageMeasures tokens;
};
struct CostLine {
    const char* day;
    const char* workspace;
    const char* description;
    const char* model;
    const char* tokenType;
    const char* tier;
    std::int64_t nano;
};

class SmallCache {
public:
    SmallCache() : m_writer(CacheWriter::open(path()).value()) {}

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("small.cache")); }
    [[nodiscard]] CacheWriter& writer() { return *m_writer; }
    [[nodiscard]] std::unique_ptr<CacheReader> reader() const { return CacheReader::open(path()).value(); }

    void usage(const DateRange& days, const QDateTime& fetchedAt, const std::vector<UsageLine>& lines,
               BucketWidth width = BucketWidth::Day) {
        UsagePage page;
        page.width = width;
        page.grouping = {Dimension::Workspace, Dimension::ApiKey, Dimension::Model, Dimension::ServiceTier,
                         Dimension::ContextWindow};
        const auto rowsOf = [&](std::int64_t start) {
            for (const UsageLine& line : lines) {
                if (secondsOf(line.at) != start) continue;
                page.rows.push_back({term(page, line.workspace), term(page, line.apiKey), term(page, line.model),
                                     term(page, line.tier), term(page, "0-200k"), line.tokens});
            }
        };
        fillBuckets(page, days, rowsOf);
        must(m_writer->storeUsage(page, days, true, log(usageDataset(width), fetchedAt)));
    }

    void cost(const DateRange& days, const QDateTime& fetchedAt, const std::vector<CostLine>& lines) {
        CostPage page;
        page.grouping = {Dimension::Workspace,     Dimension::Description, Dimension::CostType,
                         Dimension::TokenType,     Dimension::Model,       Dimension::ServiceTier,
                         Dimension::ContextWindow, Dimension::InferenceGeo};
        const auto rowsOf = [&](std::int64_t start) {
            for (const CostLine& line : lines) {
                if (secondsOf(line.day) != start) continue;
                const bool tokens = line.tokenType != nullptr;
                page.rows.push_back({term(page, line.workspace), term(page, line.description),
                                     term(page, tokens ? "tokens" : "web_search"), term(page, line.tokenType),
                                     term(page, line.model), term(page, line.tier),
                                     term(page, tokens ? "0-200k" : nullptr), term(page, tokens ? "global" : nullptr),
                                     Money::fromNano(line.nano)});
            }
        };
        fillBuckets(page, days, rowsOf);
        must(m_writer->storeCost(page, days, true, log(Dataset::Cost, fetchedAt)));
    }

    void claudeCode(UtcDay day, const QDateTime& fetchedAt, std::vector<ClaudeCodeRecord> rows) {
        must(m_writer->storeClaudeCode({day, std::move(rows), {}}, {log(Dataset::ClaudeCode, fetchedAt)}));
    }

    void workspaces(const std::vector<std::pair<const char*, const char*>>& idsAndNames) {
        ObjectList list{ObjectKind::Workspace, {}, {}};
        for (const auto& [id, name] : idsAndNames) {
            list.objects.push_back({QString::fromLatin1(id),
                                    {QString::fromUtf8(name), QStringLiteral("2025-01-01T00:00:00Z"), std::nullopt}});
        }
        must(m_writer->storeObjects(list, {log(Dataset::Organization, noonOf(isoDay("2026-11-20")))}));
    }

    void failure(Dataset dataset, const DateRange& days) {
        const Error error{ErrorKind::Network, QStringLiteral("The server could not be reached."), {}};
        must(m_writer->recordFailure(dataset, days, error, log(dataset, noonOf(days.last + 1))));
    }

    static RequestLogEntry log(Dataset dataset, const QDateTime& at) {
        RequestLogEntry entry;
        entry.at = at;
        entry.dataset = dataset;
        entry.request = QStringLiteral("/v1/organizations/test");
        entry.httpStatus = 200;
        entry.outcome = QStringLiteral("ok");
        entry.rows = 3;
        entry.retries = 1;
        entry.durationMs = 250;
        entry.requestId = QStringLiteral("req_011Test");
        return entry;
    }

private:
    static std::int64_t secondsOf(const char* at) {
        const QString text = QString::fromLatin1(at);
        return UtcDay::fromIso(text.left(10)).value().startSeconds() + text.mid(11).toInt() * 3600;
    }

    template <typename Page>
    static PoolTerm term(Page& page, const char* text) {
        return text != nullptr ? page.terms.intern(text) : PoolNull;
    }

    template <typename Page, typename RowsOf>
    static void fillBuckets(Page& page, const DateRange& days, RowsOf rowsOf) {
        const std::int64_t width = bucketSeconds(page.width);
        for (std::int64_t start = days.first.startSeconds(); start < (days.last + 1).startSeconds(); start += width) {
            const std::size_t first = page.rows.size();
            rowsOf(start);
            page.buckets.push_back({start, first, page.rows.size() - first, {}});
        }
    }

    template <typename T>
    static void must(const Result<T>& result) {
        if (!result) qFatal("%s (%s)", qUtf8Printable(result.error().message), qUtf8Printable(result.error().detail));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CacheWriter> m_writer;
};

}  // namespace tokenledger
