#include "ui/pages/usagetexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"

namespace tokenledger {

namespace {

/// In the middle of a sentence.
QString dimensionWord(Dimension dimension) {
    switch (dimension) {
        case Dimension::TokenType:
            return tr("kind");
        case Dimension::Workspace:
            return tr("workspace");
        case Dimension::ApiKey:
            return tr("API key");
        case Dimension::Model:
            return tr("model");
        case Dimension::ServiceTier:
            return tr("tier");
        case Dimension::ContextWindow:
            return tr("context window");
        default:
            return dimensionName(dimension);
    }
}

/// "3.1 B more than 21 Sep – 20 Oct (+5.6 %)".
QString againstText(const UsageBreakdown::Span& span) {
    const std::int64_t now = totalTokens(*span.ofWholeDays);
    const std::int64_t before = totalTokens(*span.comparedTokens);
    const QString against = daysBefore(span);
    if (now == before) return tr("the same as %1").arg(against);
    const QString text = now < before ? tr("%1 less than %2").arg(formatTokens(before - now), against)
                                      : tr("%1 more than %2").arg(formatTokens(now - before), against);
    return before > 0 ? text + QStringLiteral(" (%1)").arg(formatPercentChange(now - before, before)) : text;
}

}  // namespace

QString usageDimensionTitle(Dimension dimension) {
    return dimension == Dimension::TokenType ? tr("Token kind") : costDimensionTitle(dimension);
}

QString usageTitle(Dimension rows) { return tr("Tokens by %1").arg(dimensionWord(rows)); }

QString usageTableTitle(const UsageBreakdownRequest& request) {
    const bool kinds = request.rows == Dimension::TokenType;
    return tr("%1 × %2").arg(usageDimensionTitle(request.rows),
                             kinds ? dimensionWord(request.parts) : tr("token kind"));
}

QString usageSubtitle(Interval interval) {
    switch (interval) {
        case Interval::Hour:
            return tr("tokens an hour");
        case Interval::Week:
            return tr("tokens a week, weeks begin on Monday");
        case Interval::Month:
            return tr("tokens a month");
        case Interval::Day:
        case Interval::Total:
            break;
    }
    return tr("tokens a day");
}

std::int64_t totalTokens(const UsageMeasures& measures) { return measures.totalTokens().value_or(0); }

QString usageSentence(const UsageBreakdown& b) {
    const UsageBreakdown::Span& span = b.range;
    const Completeness& c = span.completeness;
    if (c.isEmpty()) return tr("Nothing has been fetched for %1 yet.").arg(formatRange(span.days));
    const QString total = tr("%1 tokens").arg(formatTokens(totalTokens(span.tokens)));
    if (!c.isComplete()) {
        return tr("%1 in %2 of %3 days; the others are gaps, not zeros.").arg(total).arg(c.presentDays()).arg(c.days());
    }
    const int days = span.days.days();
    const QString used = days == 1 ? tr("%1 in 1 day").arg(total) : tr("%1 in %2 days").arg(total).arg(days);
    if (span.ofWholeDays && span.comparedTokens) {
        if (span.comparesAllDays()) return tr("%1, %2").arg(used, againstText(span));
        return tr("%1; to %2 %3").arg(used, formatDay(span.wholeDays.last), againstText(span));
    }
    const QString why = whyNotCompared(span);
    return why.isEmpty() ? used : tr("%1; %2").arg(used, why);
}

QString usageComparedText(const UsageBreakdown& b) { return comparedText(b.table, showsAllDays(b)); }

bool showsAllDays(const UsageBreakdown& b) { return b.table.days == b.request.selected.value_or(b.range.days); }

QString usageFormula(UsageFigure figure) {
    switch (figure) {
        case UsageFigure::UncachedInput:
            return tr("Input tokens that were neither read from the cache nor written to it.");
        case UsageFigure::CacheRead:
            return tr("Input tokens that were read from the cache.");
        case UsageFigure::CacheWritten:
            return tr("Input tokens that were written to the cache, to be kept for 5 minutes or for 1 hour.");
        case UsageFigure::Output:
            return tr("Tokens that the models wrote.");
        case UsageFigure::WebSearches:
            return tr(
                "Web searches that the models made. They are requests, not tokens, and part of no sum of tokens.");
        case UsageFigure::Total:
            break;
    }
    return tr(
        "Uncached input + cache read + cache creation (5 minutes and 1 hour) + output. The kinds are disjoint: "
        "nothing is counted twice.");
}

QString usageFilterText(const std::vector<DimensionFilter>& where) {
    QStringList words;
    for (const DimensionFilter& filter : where) words.append(dimensionWord(filter.dimension));
    return words.isEmpty() ? QString() : tr("by %1, as the bar above says").arg(words.join(tr(" and ")));
}

Explanation whyUsage(const UsageBreakdown& b, const ComparedDays& span, bool showsAll, const QString& what,
                     const QString& formula, const QString& exact) {
    Explanation why{what, formula, {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    why.facts.append({tr("Range"), tr("%1, whole UTC days").arg(formatRange(span.days))});
    const QString compared = comparedText(span, showsAll);
    if (!compared.isEmpty() && !span.completeness.isEmpty()) why.facts.append({tr("Comparison"), compared});
    if (!showsAll) {
        why.facts.append({tr("Left out"), tr("later days, which were fetched before they were over")});
    }
    const QString filter = usageFilterText(b.request.where);
    if (!filter.isEmpty()) why.facts.append({tr("Filter"), filter});
    const QString fetched = fetchedText(span.asOf);
    const QString source = tr("Messages usage report, from the cache");
    why.facts.append({tr("Source"), fetched.isEmpty() ? source : QString(source + QStringLiteral(", ") + fetched)});
    why.facts.append({tr("Complete"), daysInWords(span.completeness)});
    return why;
}

}  // namespace tokenledger
