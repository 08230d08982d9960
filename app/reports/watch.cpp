#include "app/reports/watch.h"

#include "app/finance/anomalynote.h"
#include "app/finance/definitionjson.h"
#include "app/finance/kinds.h"
#include "app/reports/budgetstatus.h"
#include "app/reports/coverageview.h"
#include "app/reports/standouts.h"

#include <set>

namespace tokenledger {

namespace {

Result<void> addBudgets(const CacheReader& cache, UtcDay today, std::vector<WatchFinding>& findings) {
    const auto statuses = buildBudgetStatuses(cache, {today, today});
    if (!statuses) return failure(statuses.error());
    for (const BudgetStatus& status : statuses->rows) {
        if (status.reached == 0 && status.state == BudgetState::Ok) continue;
        const QString key = status.budget.name + u' ' + status.period.first.toIso() + u' ' +
                            QString::number(status.reached) + QStringLiteral(" %");
        findings.push_back(
            {WatchFinding::Kind::Budget, thresholdSentence(status), key, status.budget.name, status.reached});
    }
    return {};
}

Result<void> addAnomalies(const CacheReader& cache, const DateRange& days, std::vector<WatchFinding>& findings) {
    const auto found = buildStandOuts(cache, {days, {Dimension::Workspace, Dimension::ApiKey, Dimension::Model}, {}});
    if (!found) return failure(found.error());
    for (const StandOutDay& day : found->days) {
        if (day.note) continue;
        findings.push_back({WatchFinding::Kind::Anomaly, standOutSentence(day) + u'.',
                            anomalyNoteName(day.figures.day, day.dimension, day.value.id), day.value.name});
    }
    return {};
}

Result<void> addGaps(const CacheReader& cache, const DateRange& days, std::vector<WatchFinding>& findings) {
    const auto extent = cache.extent();
    if (!extent) return failure(extent.error());
    if (!*extent) return {};
    const DateRange known{std::max(days.first, (*extent)->first), days.last};
    if (known.last < known.first) return {};
    const auto coverage = CoverageView::load(cache, Dataset::Cost, known);
    if (!coverage) return failure(coverage.error());
    for (const DayGap& gap : coverage->gaps(known)) {
        const QString which = gap.days.days() == 1
                                  ? gap.days.first.toIso()
                                  : QStringLiteral("%1 to %2").arg(gap.days.first.toIso(), gap.days.last.toIso());
        const QString why = gap.failed ? QStringLiteral("could not be fetched") : QStringLiteral("was never fetched");
        findings.push_back({WatchFinding::Kind::Gap,
                            QStringLiteral("The cost of %1 %2: run tokenledger-cli sync --since %3 --until %4.")
                                .arg(which, why, gap.days.first.toIso(), gap.days.last.toIso()),
                            QStringLiteral("gap ") + which, which});
    }
    return {};
}

}  // namespace

Result<std::vector<WatchFinding>> buildWatch(const CacheReader& cache, const WatchRequest& request) {
    const CacheReader::Snapshot snapshot(cache);
    const DateRange days{request.today - request.days, request.today - 1};
    std::vector<WatchFinding> findings;
    if (request.budgets) {
        if (auto done = addBudgets(cache, request.today, findings); !done) return failure(done.error());
    }
    if (request.anomalies) {
        if (auto done = addAnomalies(cache, days, findings); !done) return failure(done.error());
    }
    if (request.gaps) {
        if (auto done = addGaps(cache, days, findings); !done) return failure(done.error());
    }
    const auto notices = cache.definitions(definitionkind::BudgetNotice);
    if (!notices) return failure(notices.error());
    std::set<QString> told;
    for (const Definition& notice : *notices) told.insert(notice.name);
    for (WatchFinding& finding : findings) finding.wasTold = told.contains(finding.key);
    return findings;
}

std::vector<DefinitionChange> toldNotices(const std::vector<WatchFinding>& findings) {
    std::vector<DefinitionChange> changes;
    for (const WatchFinding& finding : findings) {
        changes.push_back(
            {definitionkind::BudgetNotice, finding.key, canonicalJson({{QStringLiteral("told"), finding.sentence}})});
    }
    return changes;
}

}  // namespace tokenledger
