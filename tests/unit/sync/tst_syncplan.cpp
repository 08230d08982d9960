// The plan is the performance work: these tests count requests as a finance user's rate limit would.
#include "app/sync/syncplan.h"

#include <QTest>

using namespace tokenledger;
using Kind = PlannedRequest::Kind;

namespace {

const UtcDay Today = UtcDay::fromDate(2026, 11, 20);

int countOf(const std::vector<PlannedRequest>& plan, Kind kind) {
    return static_cast<int>(std::count_if(plan.begin(), plan.end(), [kind](const auto& r) { return r.kind == kind; }));
}

SyncScope scopeOf(int days) {
    SyncScope scope;
    scope.days = {Today - (days - 1), Today};
    return scope;
}

// A cache in which every day of the scope was fetched just now: final but for the days of the last 72 hours.
SyncState justSynced(const SyncScope& scope) {
    SyncState state;
    const QDateTime now = Today.start().addSecs(13 * 3600);
    for (const Dataset dataset : {Dataset::Usage, Dataset::Cost, Dataset::ClaudeCode}) {
        DatasetCoverage coverage{dataset, {}};
        for (UtcDay day = scope.days.first; day <= scope.days.last; day = day + 1) {
            coverage.days.push_back({day, stateOfFetchedDay(day, now), now, {}});
        }
        state.coverage.push_back(coverage);
    }
    state.basis.openWorkspaces = {QStringLiteral("wrkspc_1"), QStringLiteral("wrkspc_2"), QStringLiteral("wrkspc_3")};
    return state;
}

void setDay(SyncState& state, Dataset dataset, UtcDay day, DayState value) {
    for (DatasetCoverage& coverage : state.coverage) {
        if (coverage.dataset != dataset) continue;
        for (DayCoverage& entry : coverage.days) {
            if (entry.day == day) entry.state = value;
        }
    }
}

}  // namespace

class TestSyncPlan : public QObject {
    Q_OBJECT

private slots:
    void firstSyncOfAMonth() {
        const auto plan = planSync(scopeOf(31), {}, Today);
        QCOMPARE(countOf(plan, Kind::Usage), 1);
        QCOMPARE(countOf(plan, Kind::Cost), 1);
        QCOMPARE(countOf(plan, Kind::ClaudeCode), 31);
        QCOMPARE(plan.size(), std::size_t{1 + 1 + 1 + 31 + 4});
    }

    void secondSyncAsksOnlyForWhatMayChange() {
        const SyncScope scope = scopeOf(31);
        const auto plan = planSync(scope, justSynced(scope), Today);
        QCOMPARE(countOf(plan, Kind::Usage), 1);
        QCOMPARE(countOf(plan, Kind::Cost), 1);
        QCOMPARE(countOf(plan, Kind::ClaudeCode), 4);   // 17 to 20 November ended less than 72 hours ago
        QCOMPARE(countOf(plan, Kind::Objects), 4 + 3);  // the members of each workspace
        QCOMPARE(plan.size(), std::size_t{14});
    }

    void aYearTakesTwelveOfEach() {
        const auto plan = planSync(scopeOf(365), {}, Today);
        QCOMPARE(countOf(plan, Kind::Usage), 12);
        QCOMPARE(countOf(plan, Kind::Cost), 12);
        QCOMPARE(countOf(plan, Kind::ClaudeCode), 365);
    }

    void everyNeededDayIsAskedOnce() {
        const SyncScope scope = scopeOf(400);
        std::map<Kind, std::map<UtcDay, int>> asked;
        for (const auto& request : planSync(scope, {}, Today)) {
            if (!request.days) continue;
            QVERIFY(request.days->days() <= daysPerRequest(request.kind, request.width));
            for (UtcDay day = request.days->first; day <= request.days->last; day = day + 1) ++asked[request.kind][day];
        }
        for (const Kind kind : {Kind::Usage, Kind::Cost, Kind::ClaudeCode}) {
            QCOMPARE(asked[kind].size(), std::size_t{400});
            for (const auto& [day, times] : asked[kind]) QCOMPARE(times, 1);
        }
    }

    void firstThreeAnswersGiveAChart() {
        const auto plan = planSync(scopeOf(365), {}, Today);
        QCOMPARE(plan.at(0).kind, Kind::Me);
        QCOMPARE(plan.at(1).kind, Kind::Cost);
        QCOMPARE(plan.at(1).days->last, Today);
        QCOMPARE(plan.at(2).kind, Kind::Usage);
        QCOMPARE(plan.at(2).days->last, Today);
    }

    void listsComeAfterTheFirstChart() {
        const SyncScope scope = scopeOf(31);
        const auto plan = planSync(scope, justSynced(scope), Today);
        QStringList lines;
        for (std::size_t i = 3; i < 10; ++i) lines << plan.at(i).describe().section(u' ', 1);
        QCOMPARE(lines.join(u','),
                 QStringLiteral("workspaces,API keys,users,invites,members of wrkspc_1,members of wrkspc_2,members of "
                                "wrkspc_3"));
        QVERIFY(plan.at(4).isOfOneKindWith(plan.at(4)) && !plan.at(4).isOfOneKindWith(plan.at(5)));
        QVERIFY(plan.at(7).isOfOneKindWith(plan.at(8)));
    }

    void timeAtTheLimit() {
        QCOMPARE(minutesAtLimit(41, {}), 0);
        QCOMPARE(minutesAtLimit(90, {}), 0);
        QCOMPARE(minutesAtLimit(91, {}), 1);
        QCOMPARE(minutesAtLimit(390, {}), 200);
        QCOMPARE(minutesAtLimit(390, {1000, std::nullopt, std::nullopt}), 0);
        QCOMPARE(minutesAtLimit(41, {60, 1, std::nullopt}), 40);
    }

    void eachDatasetIsNewestFirst() {
        std::map<Kind, UtcDay> last;
        for (const auto& request : planSync(scopeOf(200), {}, Today)) {
            if (!request.days) continue;
            if (last.contains(request.kind)) QVERIFY(request.days->last < last[request.kind]);
            last[request.kind] = request.days->last;
        }
    }

    void finalDaysAreNotAskedAgain() {
        const SyncScope scope = scopeOf(365);
        SyncState state = justSynced(scope);
        const auto plan = planSync(scope, state, Today);
        QCOMPARE(countOf(plan, Kind::Usage), 1);
        QCOMPARE(countOf(plan, Kind::Cost), 1);
        QCOMPARE(countOf(plan, Kind::ClaudeCode), 4);

        setDay(state, Dataset::Cost, Today - 100, DayState::Failed);
        setDay(state, Dataset::ClaudeCode, Today - 100, DayState::Missing);
        const auto repaired = planSync(scope, state, Today);
        QCOMPARE(countOf(repaired, Kind::Cost), 2);
        QCOMPARE(countOf(repaired, Kind::ClaudeCode), 5);
        const auto hasExactly = [&repaired](Kind kind, UtcDay day) {
            return std::any_of(repaired.begin(), repaired.end(), [kind, day](const PlannedRequest& request) {
                return request.kind == kind && request.days == DateRange{day, day};
            });
        };
        QVERIFY(hasExactly(Kind::Cost, Today - 100));
        QVERIFY(hasExactly(Kind::ClaudeCode, Today - 100));
    }

    void aFinalDayWhoseLastAttemptFailedIsTriedAgain() {
        const SyncScope scope = scopeOf(365);
        SyncState state = justSynced(scope);
        for (DatasetCoverage& coverage : state.coverage) {
            if (coverage.dataset == Dataset::ClaudeCode) coverage.days.front().error = QStringLiteral("No connection.");
        }
        QCOMPARE(countOf(planSync(scope, state, Today), Kind::ClaudeCode), 5);
    }

    void fullAsksForEverything() {
        SyncScope scope = scopeOf(62);
        scope.full = true;
        const auto plan = planSync(scope, justSynced(scope), Today);
        QCOMPARE(countOf(plan, Kind::Usage), 2);
        QCOMPARE(countOf(plan, Kind::ClaudeCode), 62);
    }

    void hourlyUsageComesBesideTheDailyData() {
        SyncScope scope = scopeOf(14);
        scope.width = BucketWidth::Hour;
        scope.datasets = {SyncDataset::Usage};
        const auto plan = planSync(scope, {}, Today);
        QCOMPARE(plan.size(), std::size_t{1 + 1 + 2});
        QCOMPARE(plan.back().dataset(), Dataset::UsageHourly);
        QCOMPARE(plan.back().days->days(), 7);
    }

    void onlyWhatWasChosen() {
        SyncScope scope = scopeOf(31);
        scope.datasets = {SyncDataset::Cost};
        const auto plan = planSync(scope, {}, Today);
        QCOMPARE(plan.size(), std::size_t{2});
        QCOMPARE(plan.at(0).kind, Kind::Me);  // whose key it is, always
        QCOMPARE(plan.at(1).describe(), QStringLiteral("cost 2026-10-21 .. 2026-11-20"));
    }
};

QTEST_GUILESS_MAIN(TestSyncPlan)
#include "tst_syncplan.moc"
