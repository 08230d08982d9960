#include "app/analysis/trackingmatch.h"

#include <map>
#include <tuple>

namespace tokenledger {

namespace {

constexpr std::array<TrackedKind, TrackedKindCount> AllKinds = {
    TrackedKind::UncachedInput, TrackedKind::CacheCreation5m, TrackedKind::CacheCreation1h,
    TrackedKind::CacheCreation, TrackedKind::CacheRead,       TrackedKind::Output,
    TrackedKind::Cost};

constexpr std::size_t indexOf(TrackedKind kind) { return static_cast<std::size_t>(kind); }

enum class Standing : std::uint8_t { Compared, Provisional, NotFetched, NotImported };

Standing standingOf(const TrackedDay& day, bool cost) {
    const DayState state = cost ? day.cost : day.usage;
    if (!day.imported) return Standing::NotImported;
    if (state == DayState::Missing || state == DayState::Failed) return Standing::NotFetched;
    return state == DayState::Final && day.importedWhole ? Standing::Compared : Standing::Provisional;
}

TrackingStatus judged(MatchStatus status) {
    switch (status) {
        case MatchStatus::Exact:
            return TrackingStatus::Exact;
        case MatchStatus::Close:
            return TrackingStatus::Close;
        case MatchStatus::Investigate:
            break;
    }
    return TrackingStatus::Investigate;
}

struct Side {
    std::int64_t sum = 0;
    bool isThere = false;
};
struct Pair {
    Side internal;
    Side anthropic;
};
struct Group {
    Pair compared;
    Pair provisional;
};

std::optional<std::int64_t> sumOf(const std::optional<std::int64_t>& a, const std::optional<std::int64_t>& b,
                                  bool& fits) {
    std::int64_t sum = 0;
    if (!a || !b) return std::nullopt;
    fits = fits && !__builtin_add_overflow(*a, *b, &sum);
    return sum;
}

class Matcher {
public:
    explicit Matcher(const TrackingMatchQuestion& question) : m_question(question) { chooseKinds(); }

    Result<TrackingMatch> match() {
        for (const TrackedFigures& figures : m_question.internal) m_days[{figures.day, figures.model}].first = &figures;
        for (const TrackedFigures& figures : m_question.anthropic)
            m_days[{figures.day, figures.model}].second = &figures;
        for (const auto& [key, sides] : m_days) {
            if (!m_question.range.contains(key.first)) continue;
            for (const TrackedKind kind : m_kinds) take(key.first, key.second, kind, sides.first, sides.second);
        }
        countDays();
        for (const auto& [key, group] : m_groups) {
            if (auto added = addRow(key, group); !added) return failure(added.error());
        }
        if (!m_fits) return tooLarge(QStringLiteral("A sum of the comparison"));
        return std::move(m_result);
    }

private:
    using Key = std::tuple<PeriodStart, TermId, int>;  // the last: TrackedKind, or -1

    // Where one row does not split cache writes, none can be compared but as a whole.
    void chooseKinds() {
        std::array<bool, TrackedKindCount> known{};
        for (const TrackedFigures& figures : m_question.internal) {
            for (const TrackedKind kind : AllKinds) known[indexOf(kind)] |= figures.of[indexOf(kind)].has_value();
        }
        const auto isKnown = [&known](TrackedKind kind) { return known[indexOf(kind)]; };
        const bool whole = isKnown(TrackedKind::CacheCreation);
        const bool part = isKnown(TrackedKind::CacheCreation5m) || isKnown(TrackedKind::CacheCreation1h);
        for (const TrackedKind kind : AllKinds) {
            const bool isPart = kind == TrackedKind::CacheCreation5m || kind == TrackedKind::CacheCreation1h;
            if (isPart && (whole || !part)) continue;
            if (kind == TrackedKind::CacheCreation && part && !whole) continue;
            if (kind == TrackedKind::Cost && !m_question.byKind) continue;  // tokens and dollars have no sum
            (isKnown(kind) ? m_kinds : m_result.notInSource).push_back(kind);
        }
    }

    std::optional<std::int64_t> valueOf(const TrackedFigures& figures, TrackedKind kind) {
        const auto& value = figures.of[indexOf(kind)];
        if (kind != TrackedKind::CacheCreation || value) return value;
        return sumOf(figures.of[indexOf(TrackedKind::CacheCreation5m)],
                     figures.of[indexOf(TrackedKind::CacheCreation1h)], m_fits);
    }

    void take(UtcDay day, TermId model, TrackedKind kind, const TrackedFigures* internal,
              const TrackedFigures* anthropic) {
        const Standing standing = standingOf(dayOf(day), kind == TrackedKind::Cost);
        if (standing == Standing::NotFetched || standing == Standing::NotImported) return;
        const auto ours = internal != nullptr ? valueOf(*internal, kind) : std::nullopt;
        const auto theirs = anthropic != nullptr ? valueOf(*anthropic, kind) : std::nullopt;
        if (internal != nullptr && !ours) {
            ++m_result.unknown;
            return;
        }
        const PeriodStart period = m_question.interval == Interval::Total ? m_question.range.first.startSeconds()
                                                                          : periodOf(day, m_question.interval);
        Group& group =
            m_groups[{period, m_question.byModel ? model : NullTerm, m_question.byKind ? static_cast<int>(kind) : -1}];
        Pair& pair = standing == Standing::Compared ? group.compared : group.provisional;
        add(pair.internal, ours);
        add(pair.anthropic, theirs);
    }

    void add(Side& side, const std::optional<std::int64_t>& value) {
        if (!value) return;
        side.isThere = true;
        m_fits = m_fits && !__builtin_add_overflow(side.sum, *value, &side.sum);
    }

    Result<void> addRow(const Key& key, const Group& group) {
        const bool isCompared = group.compared.internal.isThere || group.compared.anthropic.isThere;
        const Pair& pair = isCompared ? group.compared : group.provisional;
        if (pair.internal.sum == 0 && pair.anthropic.sum == 0) return {};
        TrackingMatchRow row;
        const int kind = std::get<2>(key);
        row.period = std::get<0>(key);
        row.model = std::get<1>(key);
        if (kind >= 0) row.kind = static_cast<TrackedKind>(kind);
        row.internal = pair.internal.sum;
        row.anthropic = pair.anthropic.sum;
        if (__builtin_sub_overflow(row.internal, row.anthropic, &row.difference)) {
            return tooLarge(QStringLiteral("A difference of the comparison"));
        }
        if (!isCompared) {
            row.status = TrackingStatus::Provisional;
        } else if (!pair.anthropic.isThere) {
            row.status = TrackingStatus::OnlyInternal;
        } else if (!pair.internal.isThere) {
            row.status = TrackingStatus::OnlyAnthropic;
        } else {
            row.status = judged(matchStatus(row.difference, row.anthropic, m_question.limits));
        }
        const bool isCost = row.kind == TrackedKind::Cost;
        const DateRange days = daysOf(row.period, m_question.interval, m_question.range);
        for (UtcDay day = days.first; day <= days.last; day = day + 1) {
            ++(standingOf(dayOf(day), isCost) == Standing::Compared ? row.daysCompared : row.daysLeftOut);
        }
        m_result.rows.push_back(row);
        return {};
    }

    void countDays() {
        for (const TrackedDay& day : m_question.days) {
            const Standing standing = standingOf(day, false);
            m_result.notImported += standing == Standing::NotImported ? 1 : 0;
            m_result.notFetched += standing == Standing::NotFetched ? 1 : 0;
            m_result.provisional += standing == Standing::Provisional ? 1 : 0;
            m_result.compared += standing == Standing::Compared ? 1 : 0;
        }
    }

    [[nodiscard]] const TrackedDay& dayOf(UtcDay day) const {
        return m_question.days.at(static_cast<std::size_t>(day - m_question.range.first));
    }

    const TrackingMatchQuestion& m_question;
    std::vector<TrackedKind> m_kinds;
    std::map<std::pair<UtcDay, TermId>, std::pair<const TrackedFigures*, const TrackedFigures*>> m_days;
    std::map<Key, Group> m_groups;
    TrackingMatch m_result;
    bool m_fits = true;
};

}  // namespace

QString trackedKindName(TrackedKind kind) {
    static const std::array<QString, TrackedKindCount> names = {QStringLiteral("uncached_input_tokens"),
                                                                QStringLiteral("cache_creation_5m_tokens"),
                                                                QStringLiteral("cache_creation_1h_tokens"),
                                                                QStringLiteral("cache_creation_tokens"),
                                                                QStringLiteral("cache_read_tokens"),
                                                                QStringLiteral("output_tokens"),
                                                                QStringLiteral("cost_usd")};
    return names[indexOf(kind)];
}

QString trackingStatusName(TrackingStatus status) {
    switch (status) {
        case TrackingStatus::Exact:
            return matchStatusName(MatchStatus::Exact);
        case TrackingStatus::Close:
            return matchStatusName(MatchStatus::Close);
        case TrackingStatus::Investigate:
            return matchStatusName(MatchStatus::Investigate);
        case TrackingStatus::OnlyInternal:
            return QStringLiteral("only-internal");
        case TrackingStatus::OnlyAnthropic:
            return QStringLiteral("only-anthropic");
        case TrackingStatus::Provisional:
            return QStringLiteral("provisional");
    }
    return {};
}

bool isDifference(TrackingStatus status) {
    return status == TrackingStatus::Investigate || status == TrackingStatus::OnlyInternal ||
           status == TrackingStatus::OnlyAnthropic;
}

Result<TrackingMatch> matchTracking(const TrackingMatchQuestion& question) { return Matcher(question).match(); }

}  // namespace tokenledger
