#include "tests/e2e/reportexpectation.h"

#include "tests/e2e/clihome.h"

#include <algorithm>

namespace tokenledger::test {

namespace {

Wide nanoOfJson(const QJsonValue& cents) { return nanoOfCents(QString::number(cents.toDouble(), 'f', 1)); }

bool keeps(const Wanted& wanted, const Dimensions& row) {
    for (auto filter = wanted.where.begin(); filter != wanted.where.end(); ++filter) {
        if (row.value(filter.key()) != filter.value()) return false;
    }
    return true;
}

bool inRange(const Wanted& wanted, std::int64_t seconds) {
    const QString day = periodOf(seconds, QStringLiteral("day"));
    return wanted.from <= day && day <= wanted.to;
}

QStringList numbersOf(const std::vector<Wide>& values) {
    QStringList texts;
    for (const Wide value : values) texts << wholeNumber(value);
    return texts;
}

// The last value is money, the others are counts.
QStringList countsAndMoney(const std::vector<Wide>& values) {
    QStringList texts = numbersOf({values.begin(), values.end() - 1});
    return texts << dollars(values.back());
}

}  // namespace

const std::vector<ReportShape>& reportShapes() {
    static const QStringList days = words("day week month total");
    static const QStringList hours = words("hour day week month total");
    static const std::vector<ReportShape> list = {
        {QStringLiteral("cost"),
         words("workspace model cost_type token_type service_tier context_window inference_geo description"),
         words("amount_usd"), days},
        {QStringLiteral("usage"), words("workspace api_key model service_tier context_window"),
         words(
             "uncached_input_tokens cache_creation_5m_tokens cache_creation_1h_tokens cache_read_tokens output_tokens "
             "web_search_requests"),
         hours},
        {QStringLiteral("cache"), words("workspace api_key model service_tier context_window"),
         words("cache_read_tokens cache_creation_tokens uncached_input_tokens cache_hit_ratio read_saving_usd "
               "write_premium_usd net_saving_usd"),
         days},
        {QStringLiteral("claude-code"), words("user terminal customer_type"),
         words(
             "sessions lines_added lines_removed commits pull_requests tool_accepted tool_rejected estimated_cost_usd"),
         days},
        {QStringLiteral("claude-code-models"), words("user model"),
         words("input_tokens output_tokens cache_read_tokens cache_creation_tokens estimated_cost_usd"), days},
    };
    return list;
}

std::vector<QStringList> expectedRows(const FakeData& data, const Wanted& wanted) {
    const Names names(data);
    Sums sums;
    if (wanted.report == u"cost") {
        for (const FakeCost& row : data.cost) {
            const std::int64_t time = row.day.startSeconds();
            if (!inRange(wanted, time) || !keeps(wanted, dimensionsOf(row))) continue;
            addTo(sums, periodOf(time, wanted.interval), dimensionsOf(row), wanted.by, {nanoOfCents(row.cents)});
        }
        return spelled(sums, wanted.by, names, wanted.ids, countsAndMoney);
    }
    if (wanted.report == u"usage" || wanted.report == u"cache") {
        for (const FakeUsage& row : data.usage) {
            if (!inRange(wanted, row.start) || !keeps(wanted, dimensionsOf(row))) continue;
            const UsageMeasures& m = row.measures;
            addTo(sums, periodOf(row.start, wanted.interval), dimensionsOf(row), wanted.by,
                  {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheRead, m.output, m.webSearches});
        }
        if (wanted.report == u"usage") return spelled(sums, wanted.by, names, wanted.ids, numbersOf);
        // What caching saved depends on prices; tst_clicachesavings looks at that.
        return spelled(sums, wanted.by, names, wanted.ids, [](const std::vector<Wide>& v) {
            const Wide written = v[1] + v[2];
            return QStringList{wholeNumber(v[3]), wholeNumber(written), wholeNumber(v[0]),
                               ratio(v[3], v[3] + written + v[0])};
        });
    }
    for (const FakeClaudeCode& row : data.claudeCode) {
        const std::int64_t time = row.day.startSeconds();
        if (!inRange(wanted, time)) continue;
        Wide accepted = 0;
        Wide rejected = 0;
        Wide cost = 0;
        for (const auto& tool : row.tools) {
            accepted += tool.accepted;
            rejected += tool.rejected;
        }
        for (const auto& model : row.models) {
            cost += nanoOfJson(model.cents);
            Dimensions dimensions = dimensionsOf(row);
            dimensions.insert(QStringLiteral("model"), model.model);
            if (wanted.report != u"claude-code-models" || !keeps(wanted, dimensions)) continue;
            addTo(sums, periodOf(time, wanted.interval), dimensions, wanted.by,
                  {model.input, model.output, model.cacheRead, model.cacheCreation, nanoOfJson(model.cents)});
        }
        if (wanted.report != u"claude-code" || !keeps(wanted, dimensionsOf(row))) continue;
        addTo(
            sums, periodOf(time, wanted.interval), dimensionsOf(row), wanted.by,
            {row.sessions, row.linesAdded, row.linesRemoved, row.commits, row.pullRequests, accepted, rejected, cost});
    }
    return spelled(sums, wanted.by, names, wanted.ids, countsAndMoney);
}

std::vector<QStringList> guardedTexts(std::vector<QStringList> rows, qsizetype dimensions) {
    for (QStringList& row : rows) {
        for (qsizetype i = 1; i <= dimensions; ++i) row[i] = guarded(row[i]);
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

QString difference(const std::vector<QStringList>& actual, const std::vector<QStringList>& expected) {
    for (std::size_t i = 0; i < std::max(actual.size(), expected.size()); ++i) {
        const QString a = i < actual.size() ? actual[i].join(u'|') : QStringLiteral("nothing");
        const QString e = i < expected.size() ? expected[i].join(u'|') : QStringLiteral("nothing");
        if (a != e) return QStringLiteral("row %1 is\n  %2\nand should be\n  %3").arg(i).arg(a, e);
    }
    return {};
}

}  // namespace tokenledger::test
