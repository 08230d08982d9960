#include "ui/pages/costtexts.h"

#include "app/core/texts.h"
#include "app/reports/allocatedcost.h"
#include "charts/format.h"
#include "charts/palette.h"
#include "ui/models/displaytable.h"
#include "ui/pages/overviewtexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokenledger {

namespace {

QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%n days", nullptr, days); }

/// In the middle of a title.
QString dimensionWord(Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return tr("workspace");
        case Dimension::ApiKey:
            return tr("API key");
        case Dimension::Team:
            return tr("team");
        case Dimension::CostCentre:
            return tr("cost centre");
        case Dimension::Basis:
            return tr("how it was allocated");
        case Dimension::Model:
            return tr("model");
        case Dimension::CostType:
            return tr("cost type");
        case Dimension::TokenType:
            return tr("token type");
        case Dimension::ServiceTier:
            return tr("tier");
        case Dimension::ContextWindow:
            return tr("context window");
        case Dimension::InferenceGeo:
            return tr("geography");
        case Dimension::Description:
            return tr("description");
        default:
            return dimensionName(dimension);
    }
}

/// What is meant by null.
QString noValue(Dimension dimension, const QString& otherwise) {
    switch (dimension) {
        case Dimension::Model:
            return tr("Search, code exec.");
        case Dimension::Workspace:
            return tr("(default workspace)");
        case Dimension::Team:
            return tr("No team");
        case Dimension::CostCentre:
            return tr("No cost centre");
        case Dimension::TokenType:
            return tr("Not tokens");
        case Dimension::ServiceTier:
            return tr("No tier");
        case Dimension::ContextWindow:
            return tr("No context window");
        case Dimension::InferenceGeo:
            return tr("No geography");
        case Dimension::CostType:
            return tr("No cost type");
        case Dimension::Description:
            return tr("No description");
        default:
            return otherwise;
    }
}

/// Values that the API writes for machines; all others stay as they are.
QString knownTitle(Dimension dimension, const QString& id) {
    struct Known {
        Dimension dimension;
        const char* id;
        const char* title;
    };
    static constexpr Known titles[] = {
        {Dimension::TokenType, "uncached_input_tokens", QT_TRANSLATE_NOOP("tokenledger", "Uncached input")},
        {Dimension::TokenType, "output_tokens", QT_TRANSLATE_NOOP("tokenledger", "Output")},
        {Dimension::TokenType, "cache_read_input_tokens", QT_TRANSLATE_NOOP("tokenledger", "Cache read")},
        {Dimension::TokenType, "cache_creation.ephemeral_5m_input_tokens",
         QT_TRANSLATE_NOOP("tokenledger", "Cache write 5m")},
        {Dimension::TokenType, "cache_creation.ephemeral_1h_input_tokens",
         QT_TRANSLATE_NOOP("tokenledger", "Cache write 1h")},
        {Dimension::ApiKey, "(shared)", QT_TRANSLATE_NOOP("tokenledger", "Shared by all keys")},
        {Dimension::ApiKey, "(usage missing)", QT_TRANSLATE_NOOP("tokenledger", "Usage missing")},
        {Dimension::Basis, "tokens", QT_TRANSLATE_NOOP("tokenledger", "By tokens")},
        {Dimension::Basis, "web_searches", QT_TRANSLATE_NOOP("tokenledger", "By web searches")},
        {Dimension::Basis, "shared_by_rule", QT_TRANSLATE_NOOP("tokenledger", "Shared, by the rule")},
        {Dimension::Basis, "console_by_rule", QT_TRANSLATE_NOOP("tokenledger", "Console, by the rule")},
        {Dimension::Basis, "shared", QT_TRANSLATE_NOOP("tokenledger", "Shared")},
        {Dimension::Basis, "console", QT_TRANSLATE_NOOP("tokenledger", "Console")},
        {Dimension::Basis, "usage_missing", QT_TRANSLATE_NOOP("tokenledger", "Usage missing")},
        {Dimension::CostType, "tokens", QT_TRANSLATE_NOOP("tokenledger", "Tokens")},
        {Dimension::CostType, "web_search", QT_TRANSLATE_NOOP("tokenledger", "Web search")},
        {Dimension::CostType, "code_execution", QT_TRANSLATE_NOOP("tokenledger", "Code execution")},
        {Dimension::ServiceTier, "standard", QT_TRANSLATE_NOOP("tokenledger", "Standard")},
        {Dimension::ServiceTier, "batch", QT_TRANSLATE_NOOP("tokenledger", "Batch")},
        {Dimension::ContextWindow, "0-200k", QT_TRANSLATE_NOOP("tokenledger", "Up to 200k tokens")},
        {Dimension::ContextWindow, "200k-1M", QT_TRANSLATE_NOOP("tokenledger", "200k to 1M tokens")},
        {Dimension::InferenceGeo, "global", QT_TRANSLATE_NOOP("tokenledger", "Global")},
        {Dimension::InferenceGeo, "us", QT_TRANSLATE_NOOP("tokenledger", "US")},
        {Dimension::InferenceGeo, "not_available", QT_TRANSLATE_NOOP("tokenledger", "Not available")},
    };
    for (const Known& known : titles) {
        if (known.dimension == dimension && id == QLatin1String(known.id)) return tr(known.title);
    }
    return {};
}

QString titleOf(Dimension dimension, const CostValue& value) {
    if (value.id.isEmpty()) return noValue(dimension, value.name);
    if (dimension == Dimension::Model) return modelDisplayName(value.id);
    const QString known = knownTitle(dimension, value.id);
    return known.isEmpty() ? value.name : known;
}

}  // namespace

QString daysTitle(const DateRange& days) {
    if (days.days() == 1) return formatPeriod(days.first.startSeconds(), Interval::Day, days);
    return formatRange(days);
}

QString fetchedText(const QDateTime& fetchedAt) {
    if (!fetchedAt.isValid()) return {};
    // The window says once that its times are UTC.
    return tr("fetched %1 %2")
        .arg(formatDay(UtcDay::fromDateTime(fetchedAt)), fetchedAt.toUTC().time().toString(u"HH:mm"));
}

QString daysBefore(const ComparedDays& span) {
    const DateRange& before = *span.compared;
    const bool sameYear = before.first.toDate().year() == span.days.last.toDate().year();
    return sameYear ? formatRangeShort(before) : formatRange(before);
}

QString whyNotCompared(const ComparedDays& span) {
    switch (span.comparability) {
        case Comparability::GapsNow:
            return tr("no comparison: days are missing here");
        case Comparability::NotOver:
            return tr("no comparison: a day was fetched before it was over");
        case Comparability::GapsBefore:
            return tr("no comparison: days of %1 are not here").arg(span.compared ? daysBefore(span) : QString());
        case Comparability::Yes:
        case Comparability::NotAsked:
            break;
    }
    return {};
}

namespace {

/// "$2,423.37 less than 18 Sep – 17 Oct (−6.0 %)".
QString againstText(const CostBreakdown::Span& span) {
    const Money now = *span.ofWholeDays;
    const Money before = *span.comparedTotal;
    const QString against = daysBefore(span);
    const auto change = subtract(now, before);
    const auto size = subtract(std::max(now, before), std::min(now, before));
    if (!change || !size || size->isZero()) return tr("the same as %1").arg(against);
    const QString text =
        (now < before ? tr("%1 less than %2") : tr("%1 more than %2")).arg(formatMoney(*size), against);
    if (before <= Money()) return text;
    return text + QStringLiteral(" (%1)").arg(formatPercentChange(change->nano(), before.nano()));
}

/// The table has every day that was asked for.
bool showsAllDays(const CostBreakdown& b) { return b.table.days == b.request.selected.value_or(b.range.days); }

QString dayWithWeekday(UtcDay day, bool withYear) {
    return QLocale().toString(
        day.toDate(), withYear ? tr("ddd d MMM yyyy", "format of a date") : tr("ddd d MMM", "format of a date"));
}

}  // namespace

QString costDimensionTitle(Dimension dimension) {
    QString title = dimensionWord(dimension);
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
}

QString costTitle(Dimension rows) {
    const QString title = tr("Cost by %1").arg(dimensionWord(rows));
    return isAllocated(rows) ? tr("%1, allocated").arg(title) : title;
}

QString pivotTitle(Dimension rows, Dimension columns) {
    return tr("%1 × %2").arg(costDimensionTitle(rows), dimensionWord(columns));
}

ValueTitles::ValueTitles(Dimension dimension, const std::vector<CostValue>& values) : m_dimension(dimension) {
    for (const CostValue& value : values) ++m_uses[titleOf(dimension, value)];
}

QString ValueTitles::of(const CostValue& value) const {
    const QString title = titleOf(m_dimension, value);
    if (m_uses.value(title) < 2) return shownText(title);
    return shownText(tr("%1 (%2)").arg(title, value.id.isEmpty() ? tr("null") : value.id));
}

QString costSentence(const CostBreakdown& b) {
    const CostBreakdown::Span& span = b.range;
    const Completeness& c = span.completeness;
    if (c.isEmpty()) return tr("Nothing has been fetched for %1 yet.").arg(formatRange(span.days));
    const QString total = formatMoney(span.total);
    if (!c.isComplete()) {
        return tr("%1 in %2 of %3 days; the others are gaps, not zeros.").arg(total).arg(c.presentDays()).arg(c.days());
    }
    const QString spent = tr("%1 in %2").arg(total, daysText(span.days.days()));
    if (span.ofWholeDays && span.comparedTotal) {
        if (span.comparesAllDays()) return tr("%1, %2").arg(spent, againstText(span));
        return tr("%1; to %2 %3").arg(spent, formatDay(span.wholeDays.last), againstText(span));
    }
    const QString why = whyNotCompared(span);
    return why.isEmpty() ? spent : tr("%1; %2").arg(spent, why);
}

QString allocationSentence(const CostBreakdown& b) {
    if (!b.allocation || b.range.completeness.isEmpty()) return {};
    QStringList rest;
    const auto say = [&rest](Money amount, const QString& text) {
        if (!amount.isZero()) rest.append(text.arg(formatMoney(amount)));
    };
    say(b.allocation->byRule, tr("%1 by the rule for shared cost"));
    say(b.allocation->shared, tr("%1 shared"));
    say(b.allocation->console, tr("%1 Console"));
    say(b.allocation->usageMissing, tr("%1 not allocated: usage missing"));
    const QString text = rest.isEmpty() ? tr("Allocated by tokens.")
                                        : tr("Allocated by tokens; %1.").arg(rest.join(QStringLiteral(", ")));
    const bool byTeam = b.request.rows == Dimension::Team || b.request.rows == Dimension::CostCentre;
    if (!byTeam || b.allocation->hasTeams) return text;
    return tr("%1 There is no team yet: see Data > Teams and cost centres.").arg(text);
}

QString comparedText(const CostBreakdown& b) { return comparedText(b.table, showsAllDays(b)); }

QString comparedText(const ComparedDays& span, bool showsAll) {
    if (span.completeness.isEmpty()) return tr("nothing fetched: no data, not zero");
    if (span.comparability != Comparability::Yes || !span.compared) return whyNotCompared(span);
    const DateRange& before = *span.compared;
    if (before.days() == 1 && showsAll) {
        const bool sameYear = before.first.toDate().year() == span.days.first.toDate().year();
        const QString text = tr("compared with %1").arg(dayWithWeekday(before.first, !sameYear));
        return (span.days.first - before.first) % 7 == 0 ? tr("%1, the same weekday").arg(text) : text;
    }
    if (showsAll) return tr("compared with %1").arg(daysBefore(span));
    return tr("%1 compared with %2").arg(formatRangeShort(span.days), daysBefore(span));
}

QString periodNote(const PeriodState& state, const QDateTime& fetchedAt) {
    if (state.isEmpty() || !state.isComplete()) return {};  // the chart says it in words of its own
    const QString fetched = fetchedText(fetchedAt);
    const QString what = state.unfinishedDays > 0 ? tr("provisional: fetched before it was over")
                         : state.isProvisional()  ? tr("provisional: may still change")
                                                  : tr("final");
    return fetched.isEmpty() ? what : QString(what + QStringLiteral(" · ") + fetched);
}

QString spanState(const ComparedDays& span) {
    const QString days = daysInWords(span.completeness);
    const QString fetched = fetchedText(span.asOf);
    return fetched.isEmpty() ? days : QString(days + QStringLiteral(" · ") + fetched);
}

namespace {

/// What every explanation ends with.
void addBasis(Explanation& why, const CostBreakdown& b, const QDateTime& asOf, const Completeness& completeness,
              const QString& filter) {
    if (!filter.isEmpty()) why.facts.append({tr("Filter"), filter});
    if (!b.costFollowsFilter) why.facts.append({tr("Filter"), tr("cost is not known by API key: of all keys")});
    const QString report = b.allocation ? tr("Cost report, split by the tokens of the usage report, from the cache")
                                        : tr("Cost report by %1 and %2, from the cache")
                                              .arg(dimensionWord(b.request.rows), dimensionWord(b.request.columns));
    const QString fetched = fetchedText(asOf);
    why.facts.append({tr("Source"), fetched.isEmpty() ? report : QString(report + QStringLiteral(", ") + fetched)});
    why.facts.append({tr("Complete"), daysInWords(completeness)});
}

QString formula() { return tr("Billed cost of these days: every cost type, discounts and credits included."); }

}  // namespace

Explanation whyCost(const CostBreakdown& b, const QString& what, const QString& exact, const QString& filter) {
    const CostBreakdown::Span& span = b.table;
    Explanation why{what, formula(), {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    why.facts.append({tr("Range"), formatRange(span.days) + tr(", whole UTC days")});
    const QString compared = comparedText(b);
    if (!compared.isEmpty() && !span.completeness.isEmpty()) why.facts.append({tr("Comparison"), compared});
    if (!showsAllDays(b)) {
        why.facts.append({tr("Left out"), tr("later days, which were fetched before they were over")});
    }
    addBasis(why, b, span.asOf, span.completeness, filter);
    return why;
}

std::vector<std::size_t> periodsIn(const CostBreakdown& b, const DateRange& days) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        const DateRange period = daysOf(b.periods[i], b.request.interval, b.range.days);
        if (days.first <= period.first && period.first <= days.last) places.push_back(i);
    }
    return places;
}

Explanation whyCostOn(const CostBreakdown& b, const DateRange& days, const QString& filter) {
    const bool oneDay = days.days() == 1;
    Explanation why{tr("Cost, %1").arg(oneDay ? dayWithWeekday(days.first, true) : formatRange(days)), formula(), {}};
    Completeness state;
    state.dataset = Dataset::Cost;
    QDateTime asOf;
    std::optional<Money> sum = Money();
    for (const std::size_t period : periodsIn(b, days)) {
        state.finalDays += b.states[period].finalDays;
        state.provisionalDays += b.states[period].provisionalDays;
        state.missingDays += b.states[period].missingDays;
        state.failedDays += b.states[period].failedDays;
        if (b.fetchedAt[period].isValid() && (!asOf.isValid() || asOf < b.fetchedAt[period]))
            asOf = b.fetchedAt[period];
        const auto next = sum ? add(*sum, b.perPeriod[period]) : Result<Money>(Money());
        sum = sum && next ? std::optional(*next) : std::nullopt;
    }
    if (!state.isEmpty() && sum) why.facts.append({tr("Exact value"), formatMoneyExact(*sum)});
    why.facts.append({tr("Range"), formatRange(days) + tr(", whole UTC days")});
    addBasis(why, b, asOf, state, filter);
    return why;
}

}  // namespace tokenledger
