#include "app/reports/standouts.h"

#include "app/finance/anomalynote.h"
#include "app/finance/kinds.h"
#include "app/reports/keyspend.h"
#include "app/reports/rowbuilder.h"
#include "app/reports/spendseries.h"

#include <map>

namespace tokenledger {

namespace {

using D = Dimension;

constexpr int PatternDays = 56;
constexpr std::int64_t LeastExcessNano = 10'000'000'000;  // $10
constexpr std::int64_t ExcessDivisor = 100;               // of what the organization spends on a day
constexpr std::int64_t NanoPerDollar = 1'000'000'000;

class Builder {
public:
    Builder(const CacheReader& cache, const StandOutRequest& request) : m_cache(cache), m_request(request) {}

    [[nodiscard]] Result<StandOutDays> build() {
        m_result.range = m_request.range;
        m_days = {m_request.range.first - PatternDays, m_request.range.last};
        auto cost = CoverageView::load(m_cache, Dataset::Cost, m_days);
        if (!cost) return failure(cost.error());
        m_result.completeness = cost->completeness(m_request.range);
        m_result.asOf = cost->newestFetch(m_request.range);
        m_trust = trustOf(*cost, m_days);
        if (auto done = readNotes(); !done) return failure(done.error());
        if (auto done = setLimits(); !done) return failure(done.error());
        for (const D dimension : m_request.dimensions) {
            auto done = dimension == D::ApiKey ? findKeys() : findBilled(dimension);
            if (!done) return failure(done.error());
        }
        if (!m_fits) return tooLarge(QStringLiteral("A sum of the cost"));
        std::sort(m_result.days.begin(), m_result.days.end(), [](const StandOutDay& a, const StandOutDay& b) {
            if (a.figures.day != b.figures.day) return a.figures.day > b.figures.day;
            if (a.figures.excess() != b.figures.excess()) return a.figures.excess() > b.figures.excess();
            return a.dimension != b.dimension ? a.dimension < b.dimension : textLess(a.value.id, b.value.id);
        });
        return std::move(m_result);
    }

private:
    /// Of a value: what its days are made of.
    using PartKey = std::array<TermId, 3>;  // model or workspace, token type, cost type
    using Parts = std::map<PartKey, SpendSeries>;

    [[nodiscard]] SpendSeries emptySeries(const std::vector<DayTrust>& trust) const {
        return {m_days.first, std::vector<Money>(trust.size()), trust};
    }
    void addTo(SpendSeries& series, UtcDay day, Money amount) {
        Money& sum = series.amounts[static_cast<std::size_t>(day - m_days.first)];
        std::int64_t nano = 0;
        m_fits = !__builtin_add_overflow(sum.nano(), amount.nano(), &nano) && m_fits;
        sum = Money::fromNano(nano);
    }

    [[nodiscard]] Result<void> readNotes() {
        const auto definitions = m_cache.definitions(definitionkind::AnomalyNote);
        if (!definitions) return failure(definitions.error());
        for (const Definition& definition : *definitions) {
            const auto note = anomalyNoteFrom(definition);
            if (!note) return failure(note.error());
            m_notes.emplace(anomalyNoteName(note->day, note->dimension, note->id), note->note);
        }
        return {};
    }

    /// One day's hundredth is noise to somebody who looks at the whole.
    [[nodiscard]] Result<void> setLimits() {
        const auto all = readSpend(m_cache, m_days, {});
        if (!all) return failure(all.error());
        std::vector<std::int64_t> amounts;
        for (std::size_t i = 0; i < m_trust.size(); ++i) {
            if (m_trust[i] == DayTrust::Final) amounts.push_back(all->amounts[i].nano());
        }
        std::int64_t least = LeastExcessNano;
        if (!amounts.empty()) {
            const auto middle = amounts.begin() + static_cast<std::ptrdiff_t>(amounts.size() / 2);
            std::nth_element(amounts.begin(), middle, amounts.end());
            const std::int64_t ofDay = divideHalfEven(*middle, ExcessDivisor);
            least = std::max(least, divideHalfEven(ofDay, NanoPerDollar) * NanoPerDollar);
        }
        m_limits.leastExcess = m_result.leastExcess = Money::fromNano(least);
        return {};
    }

    [[nodiscard]] std::vector<DimensionFilter> billFilters() const {
        std::vector<DimensionFilter> where = m_request.where;
        std::erase_if(where, [](const DimensionFilter& filter) { return filter.dimension == D::ApiKey; });
        return where;
    }

    [[nodiscard]] Result<void> findBilled(D dimension) {
        const auto values = readSpendBy(m_cache, m_days, dimension, billFilters());
        if (!values) return failure(values.error());
        for (const ValueSeries& value : *values) {
            const bool nameless = dimension == D::Model && value.term == NullTerm;  // no model: searches and the like
            const auto found = daysStandingOut(value.spend, m_request.range, m_limits);
            if (found.empty() || nameless) continue;
            const auto parts = billedParts(dimension, value.term);
            if (!parts) return failure(parts.error());
            for (const StandOut& day : found) add(dimension, value.term, day, *parts);
        }
        return {};
    }

    [[nodiscard]] Result<Parts> billedParts(D dimension, TermId term) {
        std::vector<DimensionFilter> where = billFilters();
        where.push_back({dimension, {term}});
        const auto rows =
            m_cache.cost({m_days, Interval::Day, {driverDimension(dimension), D::TokenType, D::CostType}, where});
        if (!rows) return failure(rows.error());
        Parts parts;
        for (const CostRow& row : *rows) {
            const auto at = parts.try_emplace({row.keys[0], row.keys[1], row.keys[2]}, emptySeries(m_trust)).first;
            addTo(at->second, UtcDay::fromSeconds(row.period), row.measures);
        }
        return parts;
    }

    [[nodiscard]] Result<void> findKeys() {
        const auto usage = CoverageView::load(m_cache, Dataset::Usage, m_days);
        if (!usage) return failure(usage.error());
        const std::vector<DayTrust> ofUsage = trustOf(*usage, m_days);
        std::vector<DayTrust> trust = m_trust;
        for (std::size_t i = 0; i < trust.size(); ++i) trust[i] = std::max(trust[i], ofUsage[i]);
        const auto spend = readKeySpend(m_cache, m_days, m_request.where);
        if (!spend) return failure(spend.error());
        std::map<TermId, SpendSeries> keys;
        for (const KeySpend& part : *spend) {
            addTo(keys.try_emplace(part.key, emptySeries(trust)).first->second, part.day, part.amount);
        }
        for (const auto& [key, series] : keys) {
            const auto found = daysStandingOut(series, m_request.range, m_limits);
            if (found.empty()) continue;
            Parts parts;
            for (const KeySpend& part : *spend) {
                if (part.key != key) continue;
                const PartKey partKey{part.model, part.tokenType, NullTerm};
                addTo(parts.try_emplace(partKey, emptySeries(trust)).first->second, part.day, part.amount);
            }
            for (const StandOut& day : found) add(D::ApiKey, key, day, parts);
        }
        return {};
    }

    static D driverDimension(D dimension) { return dimension == D::Model ? D::Workspace : D::Model; }

    void add(D dimension, TermId term, const StandOut& figures, const Parts& parts) {
        StandOutDay day;
        day.dimension = dimension;
        day.value = {m_cache.text(term), m_cache.displayName(dimension, term)};
        day.figures = figures;
        std::vector<SpendSeries> series;
        std::vector<PartKey> keys;
        for (const auto& [key, part] : parts) {
            keys.push_back(key);
            series.push_back(part);
        }
        if (const auto driver = driverOf(series, figures.day)) {
            const auto& [what, tokenType, costType] = keys[*driver];
            const D of = driverDimension(dimension);
            day.driver = CostValue{m_cache.text(what), m_cache.displayName(of, what)};
            day.driverKind = m_cache.text(tokenType != NullTerm ? tokenType : costType);
        }
        const auto note = m_notes.find(anomalyNoteName(figures.day, dimension, day.value.id));
        if (note != m_notes.end()) day.note = note->second;
        m_result.days.push_back(std::move(day));
    }

    const CacheReader& m_cache;
    const StandOutRequest& m_request;
    DateRange m_days;               // with the weeks before
    std::vector<DayTrust> m_trust;  // of the bill
    std::map<QString, QString> m_notes;
    AnomalyLimits m_limits;
    bool m_fits = true;
    StandOutDays m_result;
};

QString kindText(const QString& kind) {
    static const std::map<QString, QString> words{
        {QStringLiteral("uncached_input_tokens"), QStringLiteral("uncached input")},
        {QStringLiteral("output_tokens"), QStringLiteral("output")},
        {QStringLiteral("cache_read_input_tokens"), QStringLiteral("cache reads")},
        {QStringLiteral("cache_creation.ephemeral_5m_input_tokens"), QStringLiteral("5m cache writes")},
        {QStringLiteral("cache_creation.ephemeral_1h_input_tokens"), QStringLiteral("1h cache writes")},
    };
    const auto known = words.find(kind);
    return known != words.end() ? known->second : QString(kind).replace(u'_', u' ');
}

QString dimensionWord(D dimension) {
    return dimension == D::ApiKey ? QStringLiteral("API key") : dimensionName(dimension);
}

}  // namespace

Result<StandOutDays> buildStandOuts(const CacheReader& cache, const StandOutRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    return Builder(cache, request).build();
}

QString standOutSentence(const StandOutDay& day) {
    static const std::array<const char*, 7> Weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};
    const StandOut& figures = day.figures;
    const QString weekday = QString::fromLatin1(Weekdays.at(static_cast<std::size_t>(figures.day.weekday())));
    QString how = QStringLiteral("more than its usual nothing on a %1").arg(weekday);
    if (const auto ratio = figures.ratio()) {
        how = QStringLiteral("%1x its usual %2").arg(QString::number(*ratio, 'f', 1), weekday);
        if (figures.isNew) how = QStringLiteral("%1x the most that a day cost before").arg(*ratio, 0, 'f', 1);
    } else if (figures.isNew) {
        how = QStringLiteral("its first spend in eight weeks or longer");
    }
    QString text = QStringLiteral("%1 %2, %3 %4: %5, +$%6")
                       .arg(dimensionWord(day.dimension), day.value.name, weekday, figures.day.toIso(), how,
                            toRoundedString(figures.excess(), 2));
    if (day.isEstimate()) text += QStringLiteral(" (estimated)");
    if (day.driver) text += QStringLiteral(", mostly %1 %2").arg(day.driver->name, kindText(day.driverKind));
    if (figures.isProvisional) text += QStringLiteral("; provisional");
    return text;
}

}  // namespace tokenledger
