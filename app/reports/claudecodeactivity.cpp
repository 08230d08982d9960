#include "app/reports/claudecodeactivity.h"

#include "app/reports/coverageview.h"
#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>

namespace tokenledger {

namespace {

using ActorType = ClaudeCodeRecord::ActorType;
using Rows = std::vector<ClaudeCodeActorRow>;
/// A person and an API key of the same name are two.
using Actor = std::pair<ActorType, TermId>;

constexpr int WeekDays = 7;
constexpr int MonthDays = 30;
constexpr int Saturday = 5;

bool isActivePerson(const ClaudeCodeActorRow& row) { return row.type == ActorType::User && row.measures.sessions > 0; }

/// Different ones. Sorting once takes a fraction of the time of a set that is kept sorted.
std::int64_t countDistinct(std::vector<TermId> actors) {
    std::sort(actors.begin(), actors.end());
    return std::unique(actors.begin(), actors.end()) - actors.begin();
}

bool knows(Dimension dimension) {
    return dimension == Dimension::User || dimension == Dimension::Terminal || dimension == Dimension::CustomerType;
}

class Builder {
public:
    Builder(const CacheReader& cache, const ClaudeCodeActivityRequest& request) : m_cache(cache) {
        m_result.request = request;
        for (const DimensionFilter& filter : request.where) {
            if (knows(filter.dimension)) {
                m_where.push_back(filter);
            } else {
                m_result.notFollowed.push_back(filter.dimension);
            }
        }
    }

    [[nodiscard]] Result<ClaudeCodeActivity> build() {
        if (auto done = describe(); !done) return failure(done.error());
        const auto rows = m_cache.claudeCodeActors(range(), m_where);
        if (!rows) return failure(rows.error());
        m_result.total = figuresOf(*rows, range());
        m_result.tableTotal = figuresOf(*rows, m_result.tableDays);
        buildChart(*rows);
        countActive(*rows);
        buildTable(*rows);
        if (auto done = compare(*rows); !done) return failure(done.error());
        if (auto done = readTools(); !done) return failure(done.error());
        if (!m_fits) return tooLarge(QStringLiteral("A sum of Claude Code's activity"));
        return std::move(m_result);
    }

private:
    using Figures = ClaudeCodeActivity::Figures;
    using Layer = ClaudeCodeActivity::Layer;
    using Row = ClaudeCodeActivity::Row;

    /// A line of the table being added up. Rows come by day, so a day counts once where it differs from the last one.
    struct Line {
        ClaudeCodeMeasures measures;
        int activeDays = 0;
        std::optional<UtcDay> lastActive;
    };
    struct ActorLines {
        Line all;
        std::map<TermId, Line> terminals;
    };

    [[nodiscard]] const DateRange& range() const { return m_result.request.range; }

    void add(ClaudeCodeMeasures& sum, const ClaudeCodeMeasures& more) { m_fits = sum.add(more) && m_fits; }

    [[nodiscard]] Result<void> describe() {
        const ClaudeCodeActivityRequest& request = m_result.request;
        const auto asked = comparedRange(range(), request.comparison);
        const DateRange span = asked ? DateRange{std::min(range().first, asked->first), range().last} : range();
        auto days = CoverageView::load(m_cache, Dataset::ClaudeCode, span);
        if (!days) return failure(days.error());
        m_days = *std::move(days);
        m_result.wholeDays = wholeDaysOf(range(), {&m_days});
        m_result.compared = comparedDays(range(), request.comparison, m_result.wholeDays.days());
        m_result.comparability =
            comparabilityOf(m_days, range(), m_result.wholeDays, m_result.compared, request.comparison);
        m_result.completeness = m_days.completeness(range());
        m_result.asOf = m_days.newestFetch(range());
        m_result.tableDays = request.selected.value_or(range());
        m_result.tableCompleteness = m_days.completeness(m_result.tableDays);
        m_result.tableAsOf = m_days.newestFetch(m_result.tableDays);
        static_cast<ChartPeriods&>(m_result) = chartPeriods(m_days, range(), request.interval);
        return {};
    }

    [[nodiscard]] Figures figuresOf(const Rows& rows, const DateRange& days) {
        Figures figures;
        std::vector<TermId> people;
        std::vector<TermId> keys;
        for (const ClaudeCodeActorRow& row : rows) {
            if (!days.contains(row.day)) continue;
            add(figures.measures, row.measures);
            ++figures.records;
            if (row.measures.sessions > 0) (row.type == ActorType::User ? people : keys).push_back(row.actor);
        }
        figures.users = {countDistinct(std::move(people)), countDistinct(std::move(keys))};
        return figures;
    }

    [[nodiscard]] Layer& layerOf(const ClaudeCodeActorRow& row) {
        // Numbers by what the layers are; the unused places stay the same for all.
        const std::array<TermId, 3> key = [&]() -> std::array<TermId, 3> {
            switch (m_result.request.layers) {
                case ClaudeCodeLayers::Terminal:
                    return {row.terminal, 0, 0};
                case ClaudeCodeLayers::Person:
                    return {row.actor, static_cast<TermId>(row.type), 0};
                case ClaudeCodeLayers::Subscription:
                    break;
            }
            return {row.customerType, row.subscriptionType, 0};
        }();
        const auto [found, isNew] = m_layers.try_emplace(key);
        Layer& layer = found->second;
        if (!isNew) return layer;
        layer.perPeriod.resize(m_result.periods.size());
        layer.id = m_cache.text(key[0]);
        if (m_result.request.layers == ClaudeCodeLayers::Person) layer.type = row.type;
        if (m_result.request.layers == ClaudeCodeLayers::Subscription) {
            layer.id += QLatin1Char('/') + m_cache.text(row.subscriptionType);
        }
        return layer;
    }

    void buildChart(const Rows& rows) {
        std::vector<std::vector<TermId>> people(m_result.periods.size());
        for (const ClaudeCodeActorRow& row : rows) {
            const PeriodStart start = periodOf(row.day, m_result.request.interval);
            const auto at = std::lower_bound(m_result.periods.begin(), m_result.periods.end(), start);
            const auto period = static_cast<std::size_t>(at - m_result.periods.begin());
            Layer& layer = layerOf(row);
            add(layer.total, row.measures);
            add(layer.perPeriod[period], row.measures);
            if (isActivePerson(row)) people[period].push_back(row.actor);
        }
        for (auto& active : people) m_result.peoplePerPeriod.push_back(countDistinct(std::move(active)));
        for (auto& [key, layer] : m_layers) m_result.layers.push_back(std::move(layer));
        std::sort(m_result.layers.begin(), m_result.layers.end(), [](const Layer& a, const Layer& b) {
            if (a.total.sessions != b.total.sessions) return a.total.sessions > b.total.sessions;
            return a.id != b.id ? textLess(a.id, b.id) : a.type < b.type;
        });
    }

    void countActive(const Rows& rows) {
        ClaudeCodeActivity::ActiveUsers& active = m_result.active;
        for (UtcDay day = range().last; day >= range().first && !active.finalDay; day = day - 1) {
            if (m_days.state(day) == DayState::Final) active.finalDay = day;
        }
        std::vector<std::vector<TermId>> byDay(static_cast<std::size_t>(range().days()));
        const auto ofDay = [&](UtcDay day) -> std::vector<TermId>& {
            return byDay[static_cast<std::size_t>(day - range().first)];
        };
        for (const ClaudeCodeActorRow& row : rows) {
            if (isActivePerson(row)) ofDay(row.day).push_back(row.actor);
        }
        const auto ofLast = [&](int days) -> std::optional<std::int64_t> {
            if (range().days() < days) return std::nullopt;
            std::vector<TermId> people;
            for (UtcDay day = range().last - (days - 1); day <= range().last; day = day + 1) {
                people.insert(people.end(), ofDay(day).begin(), ofDay(day).end());
            }
            return countDistinct(std::move(people));
        };
        if (active.finalDay) active.onFinalDay = countDistinct(ofDay(*active.finalDay));
        active.ofWeek = ofLast(WeekDays);
        active.ofMonth = ofLast(MonthDays);
        for (UtcDay day = range().first; day <= range().last; day = day + 1) {
            const DayState state = m_days.state(day);
            const bool there =
                state == DayState::Final || (state == DayState::Provisional && !m_days.isUnfinished(day));
            if (day.weekday() >= Saturday || !there) continue;
            ++active.workdays;
            active.workdayPeople += countDistinct(ofDay(day));
        }
    }

    void addTo(Line& line, const ClaudeCodeActorRow& row) {
        add(line.measures, row.measures);
        if (row.measures.sessions <= 0 || line.lastActive == row.day) return;
        line.lastActive = row.day;
        ++line.activeDays;
    }

    [[nodiscard]] Row rowOf(TermId name, ActorType type, const Line& line) const {
        return {m_cache.text(name), type, line.activeDays, line.measures, {}};
    }

    void buildTable(const Rows& rows) {
        std::map<Actor, ActorLines> actors;
        for (const ClaudeCodeActorRow& row : rows) {
            if (!m_result.tableDays.contains(row.day)) continue;
            ActorLines& lines = actors[{row.type, row.actor}];
            addTo(lines.all, row);
            addTo(lines.terminals[row.terminal], row);
        }
        for (const auto& [actor, lines] : actors) {
            Row row = rowOf(actor.second, actor.first, lines.all);
            for (const auto& [terminal, line] : lines.terminals) {
                row.terminals.push_back(rowOf(terminal, actor.first, line));
            }
            std::sort(row.terminals.begin(), row.terminals.end(), [](const Row& a, const Row& b) {
                if (a.measures.sessions != b.measures.sessions) return a.measures.sessions > b.measures.sessions;
                return textLess(a.id, b.id);
            });
            m_result.rows.push_back(std::move(row));
        }
        std::sort(m_result.rows.begin(), m_result.rows.end(), [](const Row& a, const Row& b) {
            const Money left = a.measures.estimatedCost;
            const Money right = b.measures.estimatedCost;
            if (left != right) return left > right;
            return a.id != b.id ? textLess(a.id, b.id) : a.type < b.type;
        });
    }

    [[nodiscard]] Result<void> compare(const Rows& rows) {
        if (m_result.comparability != Comparability::Yes) return {};
        const auto before = m_cache.claudeCodeActors(*m_result.compared, m_where);
        if (!before) return failure(before.error());
        m_result.ofWholeDays = m_result.comparesAllDays() ? m_result.total : figuresOf(rows, m_result.wholeDays);
        m_result.ofCompared = figuresOf(*before, *m_result.compared);
        return {};
    }

    [[nodiscard]] Result<void> readTools() {
        const auto tools = m_cache.claudeCodeTools(m_result.tableDays, m_where);
        if (!tools) return failure(tools.error());
        for (const ClaudeCodeToolRow& tool : *tools) {
            m_result.tools.push_back({m_cache.text(tool.tool), tool.accepted, tool.rejected});
        }
        std::sort(m_result.tools.begin(), m_result.tools.end(), [](const auto& a, const auto& b) {
            const auto left = suggested(a.accepted, a.rejected);
            const auto right = suggested(b.accepted, b.rejected);
            return left != right ? left > right : textLess(a.id, b.id);
        });
        return {};
    }

    const CacheReader& m_cache;
    std::vector<DimensionFilter> m_where;
    CoverageView m_days;
    bool m_fits = true;
    std::map<std::array<TermId, 3>, Layer> m_layers;
    ClaudeCodeActivity m_result;
};

}  // namespace

std::optional<std::int64_t> suggested(std::int64_t accepted, std::int64_t rejected) {
    std::int64_t sum = 0;
    return __builtin_add_overflow(accepted, rejected, &sum) ? std::nullopt : std::optional(sum);
}

std::optional<Money> costPer(Money cost, std::int64_t count) {
    if (count <= 0) return std::nullopt;
    return Money::fromNano(divideHalfEven(cost.nano(), count));
}

Result<ClaudeCodeActivity> buildClaudeCodeActivity(const CacheReader& cache, const ClaudeCodeActivityRequest& request) {
    if (request.interval == Interval::Hour || request.interval == Interval::Total) {
        return failure(ErrorKind::Usage, QStringLiteral("Claude Code's activity has no interval \"%1\"; its intervals "
                                                        "are day, week and month.")
                                             .arg(intervalName(request.interval)));
    }
    const CacheReader::Snapshot snapshot(cache);  // tiles, chart and table are of one state
    return Builder(cache, request).build();
}

}  // namespace tokenledger
