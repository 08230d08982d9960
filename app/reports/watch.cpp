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
        const QString& name = status.budget.name;
        const QString of = name + u' ' + status.period.first.toIso() + u' ';
        const auto tell = [&](const QString& sentence, const QString& what, bool isJudged = true) {
            findings.push_back({WatchFinding::Kind::Budget, sentence, of + what, name, isJudged});
        };
        const bool isOver = status.standing() == BudgetStanding::Over;
        const QString reached = QString::number(status.reached) + QStringLiteral(" %");
        if (!status.isKnown) tell(unknownSentence(status), QStringLiteral("unknown"), false);
        if (status.reached > 0 || isOver) {
            tell(thresholdSentence(status), isOver ? reached + QStringLiteral(" over") : reached);
        }
        // With a key of its own: a forecast that goes up and down is told once.
        if (status.isHeadingOver()) tell(headingOverSentence(status), QStringLiteral("heading over"));
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
    const auto coverage = CoverageView::load(cache, Dataset::Cost, days);
    if (!coverage) return failure(coverage.error());
    for (const DayGap& gap : coverage->gaps(days)) {
        const QString which = gap.days.days() == 1
                                  ? gap.days.first.toIso()
                                  : QStringLiteral("%1 to %2").arg(gap.days.first.toIso(), gap.days.last.toIso());
        const QString why = gap.failed ? QStringLiteral("could not be fetched") : QStringLiteral("was never fetched");
        // The days move on with today; what begins before them is no news the day after.
        QString key = QStringLiteral("gap ") + which;
        if (gap.days == days) {
            key = QStringLiteral("gap all");
        } else if (gap.days.first == days.first) {
            key = QStringLiteral("gap to ") + gap.days.last.toIso();
        }
        findings.push_back({WatchFinding::Kind::Gap,
                            QStringLiteral("The cost of %1 %2: run tokenledger-cli sync --since %3 --until %4.")
                                .arg(which, why, gap.days.first.toIso(), gap.days.last.toIso()),
                            key, which});
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
