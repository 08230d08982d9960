#include "app/reports/trackingcomparison.h"

#include "app/core/texts.h"
#include "app/finance/kinds.h"
#include "app/reports/coverageview.h"
#include "app/reports/storedmatchlimits.h"

#include <algorithm>

namespace tokenledger {

namespace {

bool isWanted(const std::vector<TermId>& models, TermId model) {
    return models.empty() || std::find(models.begin(), models.end(), model) != models.end();
}

Result<QString> chooseSource(const CacheReader& cache, const QString& asked) {
    const auto sources = cache.trackingSources();
    if (!sources) return failure(sources.error());
    if (sources->isEmpty()) {
        return failure(ErrorKind::Usage,
                       tokenledger::tr("No internal tracking was imported yet. Import one first (tokenledger-cli "
                                       "reconcile import)."));
    }
    if (asked.isEmpty() && sources->size() == 1) return sources->front();
    if (sources->contains(asked)) return asked;
    const QString names = sources->join(QStringLiteral(", "));
    if (asked.isEmpty()) {
        return failure(ErrorKind::Usage,
                       tokenledger::tr("Say which internal tracking is meant (--source): %1.").arg(names));
    }
    return failure(ErrorKind::Usage,
                   tokenledger::tr("There is no internal tracking \"%1\"; there are: %2.").arg(asked, names));
}

TrackedFigures figuresOf(const TrackingRow& row) {
    const TrackingMeasures& m = row.measures;
    TrackedFigures figures{row.day, row.model, {}};
    figures.of = {m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, m.cacheCreation, m.cacheRead, m.output, {}};
    if (m.cost) figures.of[static_cast<std::size_t>(TrackedKind::Cost)] = m.cost->nano();
    return figures;
}

/// Tokens and bill of each day and model.
Result<std::vector<TrackedFigures>> anthropicFigures(const CacheReader& cache, const DateRange& range) {
    std::map<std::pair<UtcDay, TermId>, TrackedFigures> all;
    const auto at = [&all](PeriodStart start, TermId model) -> TrackedFigures& {
        const UtcDay day = UtcDay::fromSeconds(start);
        TrackedFigures& figures = all[{day, model}];
        figures.day = day;
        figures.model = model;
        return figures;
    };
    const auto usage = cache.usage({range, Interval::Day, {Dimension::Model}, {}});
    if (!usage) return failure(usage.error());
    for (const UsageRow& row : *usage) {
        const UsageMeasures& m = row.measures;
        at(row.period, row.keys[0]).of = {
            m.uncachedInput, m.cacheCreation5m, m.cacheCreation1h, {}, m.cacheRead, m.output, {}};
    }
    const auto cost = cache.cost({range, Interval::Day, {Dimension::Model}, {}});
    if (!cost) return failure(cost.error());
    for (const CostRow& row : *cost) {
        if (row.keys[0] == NullTerm) continue;  // web searches and the like: of no model
        at(row.period, row.keys[0]).of[static_cast<std::size_t>(TrackedKind::Cost)] = row.measures.nano();
    }
    std::vector<TrackedFigures> figures;
    for (const auto& [key, value] : all) figures.push_back(value);
    return figures;
}

Result<bool> reckonsCosts(const CacheReader& cache, const QString& source) {
    const auto format = rememberedFormat(cache, source);
    if (!format) return failure(format.error());
    return *format && hasEstimatedCosts((*format)->preset);
}

}  // namespace

Result<std::optional<TrackingFormat>> rememberedFormat(const CacheReader& cache, const QString& source) {
    const auto definitions = cache.definitions(definitionkind::TrackingMapping);
    if (!definitions) return failure(definitions.error());
    for (const Definition& definition : *definitions) {
        if (definition.name != source) continue;
        const auto format = trackingFormatFromJson(definition.body);
        if (!format) return failure(format.error());
        return std::optional(*format);
    }
    return std::optional<TrackingFormat>();
}

// A later import of a day replaced what an earlier one brought.
std::map<UtcDay, QDateTime> importedDays(const std::vector<TrackingImport>& imports, const QString& source,
                                         const DateRange& range) {
    std::map<UtcDay, QDateTime> days;
    for (const TrackingImport& import : imports) {
        if (import.source != source) continue;
        const UtcDay last = std::min(import.days.last, range.last);
        for (UtcDay day = std::max(import.days.first, range.first); day <= last; day = day + 1)
            days[day] = import.author.at;
    }
    return days;
}

Result<TrackingComparison> compareTracking(const CacheReader& cache, const TrackingComparisonRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    TrackingComparison comparison;
    auto source = chooseSource(cache, request.source);
    if (!source) return failure(source.error());
    comparison.source = *source;
    const auto limits = storedMatchLimits(cache);
    if (!limits) return failure(limits.error());
    comparison.limits = *limits;
    const auto estimate = reckonsCosts(cache, comparison.source);
    if (!estimate) return failure(estimate.error());
    comparison.costIsEstimate = *estimate;
    const auto imports = cache.trackingImports();
    if (!imports) return failure(imports.error());
    const auto usage = CoverageView::load(cache, Dataset::Usage, request.range);
    if (!usage) return failure(usage.error());
    const auto cost = CoverageView::load(cache, Dataset::Cost, request.range);
    if (!cost) return failure(cost.error());
    const auto tracked = cache.tracking(comparison.source, request.range);
    if (!tracked) return failure(tracked.error());
    auto anthropic = anthropicFigures(cache, request.range);
    if (!anthropic) return failure(anthropic.error());

    TrackingMatchQuestion question;
    question.range = request.range;
    question.interval = request.interval;
    question.byModel = request.byModel;
    question.byKind = request.byKind;
    question.limits = comparison.limits;
    const auto imported = importedDays(*imports, comparison.source, request.range);
    for (UtcDay day = request.range.first; day <= request.range.last; day = day + 1) {
        const auto at = imported.find(day);
        const bool is = at != imported.end();
        question.days.push_back({is, is && at->second >= (day + 1).start(), usage->state(day), cost->state(day)});
        if (is && (!comparison.importedAt.isValid() || comparison.importedAt < at->second))
            comparison.importedAt = at->second;
    }
    for (const TrackingRow& row : *tracked) {
        if (isWanted(request.models, row.model)) question.internal.push_back(figuresOf(row));
    }
    for (TrackedFigures& figures : *anthropic) {
        if (isWanted(request.models, figures.model)) question.anthropic.push_back(figures);
    }
    auto match = matchTracking(question);
    if (!match) return failure(match.error());
    comparison.match = *std::move(match);
    for (const TrackingMatchRow& row : comparison.match.rows) {
        if (request.byModel) comparison.models[row.model] = cache.displayName(Dimension::Model, row.model);
    }
    comparison.usage = usage->completeness(request.range);
    comparison.cost = cost->completeness(request.range);
    comparison.asOf = usage->newestFetch(request.range);
    return comparison;
}

bool TrackingComparison::hasDifference() const {
    return std::any_of(match.rows.begin(), match.rows.end(),
                       [](const TrackingMatchRow& row) { return isDifference(row.status); });
}

QStringList TrackingComparison::notes() const {
    QStringList notes;
    notes << tokenledger::tr("Internal: %1. Exact: below %2 % of Anthropic's figure; close: below %3 %.", nullptr)
                 .arg(source, percentText(limits.exact), percentText(limits.close));
    const auto days = [](int count) {
        return count == 1 ? tokenledger::tr("1 day") : tokenledger::tr("%n days", nullptr, count);
    };
    if (match.notImported > 0)
        notes << tokenledger::tr("Not imported, and not compared: %1.").arg(days(match.notImported));
    if (match.notFetched > 0) {
        notes << tokenledger::tr("Not fetched from Anthropic, and not compared: %1.").arg(days(match.notFetched));
    }
    if (match.provisional > 0) {
        notes << tokenledger::tr("Not judged, as they may still change or were imported before they were over: %1.")
                     .arg(days(match.provisional));
    }
    QStringList kinds;
    for (const TrackedKind kind : match.notInSource) kinds << trackedKindName(kind);
    if (!kinds.isEmpty())
        notes << tokenledger::tr("%1 does not tell: %2.").arg(source, kinds.join(QStringLiteral(", ")));
    if (match.unknown > 0) {
        notes << tokenledger::tr("%1 figures of single days and models are not known to %2, and not compared.")
                     .arg(match.unknown)
                     .arg(source);
    }
    if (costIsEstimate)
        notes << tokenledger::tr("The cost of %1 is its own estimate; Anthropic's is the bill.").arg(source);
    return notes;
}

std::optional<Ratio> TrackedRequests::successRate() const {
    return judged > 0 ? std::optional(Ratio{successful, judged}) : std::nullopt;
}

Result<std::vector<TrackedRequests>> trackedRequests(const CacheReader& cache, const DateRange& range,
                                                     const std::vector<TermId>& models) {
    std::vector<TrackedRequests> all;
    const auto sources = cache.trackingSources();
    if (!sources) return failure(sources.error());
    if (sources->isEmpty()) return all;
    const auto imports = cache.trackingImports();
    if (!imports) return failure(imports.error());
    for (const QString& source : *sources) {
        const auto rows = cache.tracking(source, range);
        if (!rows) return failure(rows.error());
        TrackedRequests sums;
        sums.source = source;
        bool fits = true;
        for (const TrackingRow& row : *rows) {
            const auto& requests = row.measures.requests;
            if (!requests || !isWanted(models, row.model)) continue;
            std::int64_t sum = sums.requests.value_or(0);
            fits = !__builtin_add_overflow(sum, *requests, &sum) && fits;
            sums.requests = sum;
            if (!row.measures.successfulRequests) continue;
            // Parts of a sum that fits.
            sums.judged += fits ? *requests : 0;
            sums.successful += fits ? *row.measures.successfulRequests : 0;
        }
        if (!fits) return tooLarge(QStringLiteral("A number of requests"));
        sums.days = static_cast<int>(importedDays(*imports, source, range).size());
        if (sums.requests) all.push_back(sums);
    }
    return all;
}

}  // namespace tokenledger
