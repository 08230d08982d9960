#include "cachefixture.h"

namespace tokenledger::test {

namespace {

QString keyText(const CacheReader& reader, TermId term) {
    if (term == NullTerm) return QStringLiteral("-");
    if (term == NotGroupedTerm) return QStringLiteral("~");
    return reader.text(term);
}

template <typename Row>
QStringList rowStart(const CacheReader& reader, const FactQuery& query, const Row& row) {
    QStringList cells{periodLabel(row.period, query.interval)};
    for (std::size_t i = 0; i < query.by.size(); ++i) cells.append(keyText(reader, row.keys[i]));
    return cells;
}

}  // namespace

UtcDay day(const char* iso) { return *UtcDay::fromIso(QString::fromLatin1(iso)); }
DateRange days(const char* first, const char* last) { return {day(first), day(last)}; }
QDateTime at(const char* rfc3339) { return *fromRfc3339(QString::fromLatin1(rfc3339)); }

RequestLogEntry answered(const QDateTime& when, Dataset dataset) {
    RequestLogEntry log;
    log.at = when;
    log.dataset = dataset;
    log.request = QStringLiteral("GET /v1/organizations/report");
    log.httpStatus = 200;
    log.outcome = QStringLiteral("ok");
    log.requestId = QStringLiteral("req_1");
    return log;
}

UsageMeasures tokens(std::int64_t uncached, std::int64_t created5m, std::int64_t created1h, std::int64_t read,
                     std::int64_t output, std::int64_t searches) {
    return {uncached, created5m, created1h, read, output, searches};
}

UsagePageBuilder::UsagePageBuilder(DimensionSet grouping, BucketWidth width) {
    m_page.grouping = grouping;
    m_page.width = width;
}

PoolTerm UsagePageBuilder::term(Dimension dimension, const QString& text) {
    if (!m_page.grouping.contains(dimension)) return PoolNotGrouped;
    return text.isEmpty() ? PoolNull : m_page.terms.intern(text.toStdString());
}

UsagePageBuilder& UsagePageBuilder::bucket(std::int64_t start, const std::vector<UsageInput>& rows) {
    m_page.buckets.push_back({start, m_page.rows.size(), rows.size(), {}});
    for (const UsageInput& row : rows) {
        m_page.rows.push_back({term(Dimension::Workspace, row.workspace), term(Dimension::ApiKey, row.apiKey),
                               term(Dimension::Model, row.model), term(Dimension::ServiceTier, row.tier),
                               term(Dimension::ContextWindow, row.window), row.measures});
    }
    return *this;
}

UsagePageBuilder& UsagePageBuilder::malformed(std::int64_t start, const QString& error) {
    m_page.buckets.push_back({start, m_page.rows.size(), 0, error});
    return *this;
}

CostPageBuilder::CostPageBuilder() { m_page.grouping = AllCostDimensions; }

CostPageBuilder& CostPageBuilder::bucket(UtcDay when, const std::vector<CostInput>& rows) {
    const auto term = [this](const QString& text) {
        return text.isEmpty() ? PoolNull : m_page.terms.intern(text.toStdString());
    };
    m_page.buckets.push_back({when.startSeconds(), m_page.rows.size(), rows.size(), {}});
    for (const CostInput& row : rows) {
        CostRecord record;
        record.workspace = term(row.workspace);
        record.description = term(row.description);
        record.costType = term(QStringLiteral("tokens"));
        record.tokenType = term(row.tokenType);
        record.model = term(row.model);
        record.serviceTier = term(QStringLiteral("standard"));
        record.contextWindow = term(QStringLiteral("0-200k"));
        record.inferenceGeo = term(QStringLiteral("global"));
        record.amount = Money::fromNano(row.nano);
        m_page.rows.push_back(record);
    }
    return *this;
}

CostPageBuilder& CostPageBuilder::malformed(UtcDay when, const QString& error) {
    m_page.buckets.push_back({when.startSeconds(), m_page.rows.size(), 0, error});
    return *this;
}

CacheFile::CacheFile() {
    if (!m_folder.isValid()) qFatal("no temporary folder");
}
std::unique_ptr<CacheWriter> CacheFile::writer() const { return valueOf(CacheWriter::open(path())); }
std::unique_ptr<CacheReader> CacheFile::reader() const { return valueOf(CacheReader::open(path())); }

QStringList asText(const CacheReader& reader, const FactQuery& query, const std::vector<UsageRow>& rows) {
    QStringList lines;
    for (const UsageRow& row : rows) {
        const UsageMeasures& m = row.measures;
        QStringList numbers;
        for (const std::int64_t number :
             {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheRead, m.output, m.webSearches}) {
            numbers.append(QString::number(number));
        }
        lines.append((rowStart(reader, query, row) << numbers.join(u' ')).join(u" | "));
    }
    return lines;
}

QStringList asText(const CacheReader& reader, const FactQuery& query, const std::vector<CostRow>& rows) {
    QStringList lines;
    for (const CostRow& row : rows) {
        lines.append((rowStart(reader, query, row) << toExactString(row.measures)).join(u" | "));
    }
    return lines;
}

QStringList usageText(const CacheReader& reader, const FactQuery& query) {
    return asText(reader, query, valueOf(reader.usage(query)));
}
QStringList costText(const CacheReader& reader, const FactQuery& query) {
    return asText(reader, query, valueOf(reader.cost(query)));
}
QString messageOf(const Error& error) { return error.message; }

}  // namespace tokenledger::test
