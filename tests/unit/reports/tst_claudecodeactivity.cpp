// The Claude Code page's figures against sums made here from what was put in, and against the report "claude-code".
#include "app/reports/claudecodeactivity.h"
#include "app/reports/report.h"
#include "smallcache.h"

#include <QTest>

#include <limits>
#include <map>
#include <set>

using namespace tokenledger;

namespace {

using ActorType = ClaudeCodeRecord::ActorType;

const UtcDay Today = isoDay("2026-11-20");  // a Friday
const QDateTime Now = noonOf(Today);
const DateRange Filled{isoDay("2026-09-21"), Today};
const DateRange Range{isoDay("2026-10-22"), Today};
const UtcDay FailedDay = isoDay("2026-11-04");

constexpr std::array<const char*, 5> Names = {"amara@halden.example", "\xc3\x9c, \"quoted\"@halden.example",
                                              "ci-nightly", "ci-nightly", "zoe@halden.example"};
constexpr std::array<ActorType, 5> Types = {ActorType::User, ActorType::User, ActorType::User, ActorType::ApiKey,
                                            ActorType::User};
constexpr std::array<const char*, 3> Terminals = {"vscode", "iTerm.app", "a, \"b\""};

/// Every day other ones; some are there without a session.
std::vector<ClaudeCodeRecord> recordsOf(UtcDay day) {
    std::vector<ClaudeCodeRecord> records;
    for (std::size_t a = 0; a < Names.size(); ++a) {
        for (std::size_t t = 0; t < Terminals.size(); ++t) {
            const auto n = day.number() + static_cast<std::int64_t>(a * 5 + t * 3);
            if (n % 4 == 0 || (a == 4 && day.weekday() != 2)) continue;
            ClaudeCodeRecord record;
            record.actorType = Types[a];
            record.actor = Names[a];
            record.terminal = Terminals[t];
            record.customerType = a == 1 ? "subscription" : "api";
            if (a == 1 && t == 1) record.subscriptionType = "team";
            record.sessions = n % 3;
            record.linesAdded = n % 89;
            record.linesRemoved = n % 31;
            record.commits = n % 5;
            record.pullRequests = n % 2;
            record.tools = {{"edit_tool", n % 7, n % 3}, {"write_tool", n % 2, 0}, {"notebook_edit_tool", 0, 0}};
            record.models = {{"claude-opus-5-5", {n, 1, 2, 3, Money::fromNano(n % 97 * 10'000'000)}}};
            records.push_back(record);
        }
    }
    return records;
}

/// What was put in, by day; the failed day has nothing.
using Given = std::vector<std::pair<UtcDay, ClaudeCodeRecord>>;

ClaudeCodeMeasures measuresOf(const ClaudeCodeRecord& r) {
    ClaudeCodeMeasures m{r.sessions, r.linesAdded, r.linesRemoved, r.commits, r.pullRequests, 0, 0, {}};
    for (const auto& tool : r.tools) {
        m.toolAccepted += tool.accepted;
        m.toolRejected += tool.rejected;
    }
    std::int64_t nano = 0;
    for (const auto& model : r.models) nano += model.measures.estimatedCost.nano();
    m.estimatedCost = Money::fromNano(nano);
    return m;
}

template <typename Condition>
ClaudeCodeMeasures sumOf(const Given& given, const DateRange& days, Condition holds) {
    ClaudeCodeMeasures sum;
    for (const auto& [day, record] : given) {
        if (days.contains(day) && holds(record)) (void)sum.add(measuresOf(record));
    }
    return sum;
}
bool all(const ClaudeCodeRecord&) { return true; }

std::set<std::string> peopleOf(const Given& given, const DateRange& days, ActorType type = ActorType::User) {
    std::set<std::string> people;
    for (const auto& [day, record] : given) {
        if (days.contains(day) && record.actorType == type && record.sessions > 0) people.insert(record.actor);
    }
    return people;
}

template <typename Set>
std::int64_t sizeOf(const Set& set) {
    return static_cast<std::int64_t>(set.size());
}

}  // namespace

class TestClaudeCodeActivity : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    Given m_given;

    ClaudeCodeActivity built(const ClaudeCodeActivityRequest& request) {
        const auto result = buildClaudeCodeActivity(*m_cache.reader(), request);
        if (!result) qFatal("%s", qPrintable(result.error().message));
        return *result;
    }
    static ClaudeCodeActivityRequest asked(const DateRange& range = Range) {
        ClaudeCodeActivityRequest request;
        request.range = range;
        return request;
    }

private slots:
    void initTestCase() {
        for (UtcDay day = Filled.first; day <= Filled.last; day = day + 1) {
            if (day == FailedDay) continue;
            m_cache.claudeCode(day, Now, recordsOf(day));
            for (const ClaudeCodeRecord& record : recordsOf(day)) m_given.emplace_back(day, record);
        }
        m_cache.failure(Dataset::ClaudeCode, {FailedDay, FailedDay});
    }

    void totalsAreWhatWasPutIn() {
        const ClaudeCodeActivity a = built(asked());
        QCOMPARE(a.total.measures, sumOf(m_given, Range, all));
        QCOMPARE(a.total.users.people, sizeOf(peopleOf(m_given, Range)));
        QCOMPARE(a.total.users.people, m_cache.reader()->claudeCodeActiveUsers(Range).value());
        QCOMPARE(a.total.users.keys, 1);
        QCOMPARE(a.completeness.failed, std::vector{FailedDay});
        QCOMPARE(a.completeness.presentDays(), 29);
        QCOMPARE(a.asOf, Now);
    }

    void layersAreTheReport_data() {
        QTest::addColumn<Interval>("interval");
        for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month}) {
            QTest::addRow("%s", qPrintable(intervalName(interval))) << interval;
        }
    }
    void layersAreTheReport() {
        QFETCH(Interval, interval);
        ClaudeCodeActivityRequest request = asked();
        request.interval = interval;
        const ClaudeCodeActivity a = built(request);
        const auto report = runReport(*m_cache.reader(),
                                      {QStringLiteral("claude-code"), Range, interval, {Dimension::Terminal}, {}, true},
                                      PriceBook::builtIn());
        QVERIFY(report.has_value());
        std::map<std::pair<QString, QString>, std::int64_t> expected;
        for (const auto& row : report->rows) {
            expected[{std::get<QString>(row[0]), std::get<QString>(row[1])}] = std::get<std::int64_t>(row[2]);
        }
        QCOMPARE(a.layers.size(), Terminals.size());
        for (const auto& layer : a.layers) {
            ClaudeCodeMeasures ofLayer;
            for (std::size_t i = 0; i < a.periods.size(); ++i) {
                const auto found = expected.find({periodLabel(a.periods[i], interval), layer.id});
                QCOMPARE(layer.perPeriod[i].sessions, found == expected.end() ? 0 : found->second);
                QVERIFY(ofLayer.add(layer.perPeriod[i]));
            }
            QCOMPARE(layer.total, ofLayer);
            QCOMPARE(layer.total, sumOf(m_given, Range, [&](const ClaudeCodeRecord& r) {
                         return QString::fromStdString(r.terminal) == layer.id;
                     }));
        }
        for (std::size_t i = 0; i < a.periods.size(); ++i) {
            const DateRange own = daysOf(a.periods[i], interval, Range);
            QCOMPARE(a.peoplePerPeriod[i], sizeOf(peopleOf(m_given, own)));
        }
    }

    void layersByPersonKeepKeysApart() {
        ClaudeCodeActivityRequest request = asked();
        request.layers = ClaudeCodeLayers::Person;
        const ClaudeCodeActivity a = built(request);
        QCOMPARE(a.layers.size(), Names.size());
        for (const auto& layer : a.layers) {
            const auto isIt = [&](const ClaudeCodeRecord& r) {
                return r.actorType == layer.type && QString::fromStdString(r.actor) == layer.id;
            };
            QCOMPARE(layer.total, sumOf(m_given, Range, isIt));
        }
    }

    void layersBySubscription() {
        ClaudeCodeActivityRequest request = asked();
        request.layers = ClaudeCodeLayers::Subscription;
        const ClaudeCodeActivity a = built(request);
        std::map<QString, std::int64_t> sessions;
        for (const auto& layer : a.layers) sessions[layer.id] = layer.total.sessions;
        QCOMPARE(sessions.size(), std::size_t{3});
        QCOMPARE(sessions.at(QStringLiteral("api/")),
                 sumOf(m_given, Range, [](const auto& r) { return r.customerType == "api"; }).sessions);
        QCOMPARE(sessions.at(QStringLiteral("subscription/team")),
                 sumOf(m_given, Range, [](const auto& r) { return r.subscriptionType.has_value(); }).sessions);
        QVERIFY(sessions.contains(QStringLiteral("subscription/")));
    }

    void rowsAddUpToTheTotal() {
        const ClaudeCodeActivity a = built(asked());
        QCOMPARE(a.rows.size(), Names.size());
        ClaudeCodeMeasures sum;
        for (const auto& row : a.rows) {
            const auto isIt = [&](const ClaudeCodeRecord& r) {
                return r.actorType == row.type && QString::fromStdString(r.actor) == row.id;
            };
            QCOMPARE(row.measures, sumOf(m_given, Range, isIt));
            std::set<UtcDay> active;
            for (const auto& [day, record] : m_given) {
                if (Range.contains(day) && isIt(record) && record.sessions > 0) active.insert(day);
            }
            QCOMPARE(row.activeDays, static_cast<int>(active.size()));
            ClaudeCodeMeasures parts;
            for (const auto& part : row.terminals) QVERIFY(parts.add(part.measures));
            QCOMPARE(parts, row.measures);
            QVERIFY(sum.add(row.measures));
        }
        QCOMPARE(sum, a.total.measures);
        QVERIFY(std::is_sorted(a.rows.begin(), a.rows.end(), [](const auto& left, const auto& right) {
            return left.measures.estimatedCost > right.measures.estimatedCost;
        }));
    }

    void selectedDaysAreTheTables() {
        ClaudeCodeActivityRequest request = asked();
        request.selected = DateRange{isoDay("2026-11-09"), isoDay("2026-11-11")};
        const ClaudeCodeActivity a = built(request);
        QCOMPARE(a.total.measures, sumOf(m_given, Range, all));  // the rest stays
        QCOMPARE(a.layers.front().perPeriod.size(), std::size_t{30});
        QCOMPARE(a.tableTotal.measures, sumOf(m_given, *request.selected, all));
        QCOMPARE(a.tableCompleteness.finalDays, 3);
        ClaudeCodeMeasures rows;
        for (const auto& row : a.rows) {
            QVERIFY(row.activeDays <= 3);
            QVERIFY(rows.add(row.measures));
        }
        QCOMPARE(rows, a.tableTotal.measures);
        std::int64_t accepted = 0;
        for (const auto& tool : a.tools) accepted += tool.accepted;
        QCOMPARE(accepted, a.tableTotal.measures.toolAccepted);
    }

    void toolsAddUpToTheTotal() {
        const ClaudeCodeActivity a = built(asked());
        QCOMPARE(a.tools.size(), std::size_t{2});  // one was never suggested
        std::int64_t accepted = 0;
        std::int64_t rejected = 0;
        for (const auto& tool : a.tools) {
            accepted += tool.accepted;
            rejected += tool.rejected;
        }
        QCOMPARE(accepted, a.total.measures.toolAccepted);
        QCOMPARE(rejected, a.total.measures.toolRejected);
        QCOMPARE(a.tools.front().id, QStringLiteral("edit_tool"));
    }

    void activeUsersAreDistinctPeople() {
        const ClaudeCodeActivity a = built(asked());
        // Fetched at noon of the 20th: final is what ended 72 hours before.
        const UtcDay lastFinal = isoDay("2026-11-16");
        QCOMPARE(a.active.finalDay, lastFinal);
        QCOMPARE(a.active.onFinalDay, sizeOf(peopleOf(m_given, {lastFinal, lastFinal})));
        QCOMPARE(a.active.ofWeek, sizeOf(peopleOf(m_given, {Today - 6, Today})));
        QCOMPARE(a.active.ofMonth, sizeOf(peopleOf(m_given, {Today - 29, Today})));
        std::int64_t people = 0;
        int workdays = 0;
        for (UtcDay day = Range.first; day < Today; day = day + 1) {  // today was not over
            if (day.toDate().dayOfWeek() > Qt::Friday || day == FailedDay) continue;
            ++workdays;
            people += sizeOf(peopleOf(m_given, {day, day}));
        }
        QCOMPARE(a.active.workdays, workdays);
        QCOMPARE(a.active.workdayPeople, people);
    }

    void shortRangesHaveNoMonth() {
        const ClaudeCodeActivity a = built(asked({Today - 6, Today}));
        QVERIFY(a.active.ofWeek.has_value());
        QVERIFY(!a.active.ofMonth.has_value());
        const ClaudeCodeActivity day = built(asked({Today, Today}));
        QVERIFY(!day.active.ofWeek.has_value() && !day.active.finalDay.has_value());
        QCOMPARE(day.active.workdays, 0);
    }

    void filtersThatDoNotApplyAreNamed() {
        ClaudeCodeActivityRequest request = asked();
        request.where = {
            {Dimension::Workspace, {NullTerm}},
            {Dimension::Terminal, m_cache.reader()->findTerms(Dimension::Terminal, QStringLiteral("vscode")).value()},
            {Dimension::Model, {}}};
        const ClaudeCodeActivity a = built(request);
        QCOMPARE(a.notFollowed, (std::vector{Dimension::Workspace, Dimension::Model}));
        const auto inCode = [](const ClaudeCodeRecord& r) { return r.terminal == "vscode"; };
        QCOMPARE(a.total.measures, sumOf(m_given, Range, inCode));
        QCOMPARE(a.layers.size(), std::size_t{1});
    }

    void gapsAreNotCompared() {
        QCOMPARE(built(asked()).comparability, Comparability::GapsNow);
        QVERIFY(!built(asked()).ofCompared.has_value());
    }
    void wholeDaysAreCompared() {
        const DateRange range{isoDay("2026-11-13"), Today};
        ClaudeCodeActivityRequest request = asked(range);
        request.comparison = Comparison::SamePeriodLastYear;
        QCOMPARE(built(request).comparability, Comparability::GapsBefore);
        request.comparison = Comparison::PreviousPeriod;
        const ClaudeCodeActivity a = built(request);
        QCOMPARE(a.comparability, Comparability::Yes);
        const DateRange whole{range.first, Today - 1};
        const DateRange before{isoDay("2026-11-05"), isoDay("2026-11-11")};
        QCOMPARE(a.wholeDays, whole);
        QCOMPARE(a.compared, before);
        QCOMPARE(a.ofWholeDays->measures, sumOf(m_given, whole, all));
        QCOMPARE(a.ofCompared->measures, sumOf(m_given, before, all));
        QCOMPARE(a.ofCompared->users.people, sizeOf(peopleOf(m_given, before)));
    }

    void nothingFetchedIsUnknown() {
        const ClaudeCodeActivity a = built(asked({isoDay("2025-01-01"), isoDay("2025-01-10")}));
        QVERIFY(a.completeness.isEmpty());
        QVERIFY(a.layers.empty() && a.rows.empty() && a.tools.empty());
        QCOMPARE(a.peoplePerPeriod, std::vector<std::int64_t>(10, 0));
        QCOMPARE(a.gaps.size(), std::size_t{1});
    }

    void hoursAreRefused() {
        ClaudeCodeActivityRequest request = asked();
        request.interval = Interval::Hour;
        QCOMPARE(buildClaudeCodeActivity(*m_cache.reader(), request).error().kind, ErrorKind::Usage);
    }

    void sumsThatDoNotFitAreErrors() {
        SmallCache cache;
        ClaudeCodeRecord record;
        record.actor = "kim@halden.example";
        record.terminal = "vscode";
        record.customerType = "api";
        record.linesAdded = std::numeric_limits<std::int64_t>::max();
        cache.claudeCode(Today - 1, Now, {record});
        const DateRange both{Today - 2, Today - 1};
        QVERIFY(buildClaudeCodeActivity(*cache.reader(), asked(both)).has_value());
        cache.claudeCode(Today - 2, Now, {record});
        QVERIFY(!buildClaudeCodeActivity(*cache.reader(), asked(both)).has_value());
        QVERIFY(!suggested(record.linesAdded, 1).has_value());
    }
};

QTEST_GUILESS_MAIN(TestClaudeCodeActivity)
#include "tst_claudecodeactivity.moc"
