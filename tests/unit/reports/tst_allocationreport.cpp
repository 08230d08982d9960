// The report "allocation": its figures by hand, by team and date, and its sums against the report "cost".
#include "app/finance/kinds.h"
#include "app/reports/allocatedcost.h"
#include "app/reports/allocationdefinitions.h"
#include "app/reports/costbreakdown.h"
#include "app/reports/report.h"
#include "organizationcache.h"

#include <QTest>

#include <map>

using namespace tokenledger;

namespace {

const DateRange Days{isoDay("2026-11-01"), isoDay("2026-11-10")};
const Author Somebody{noonOf(isoDay("2026-11-15")), QStringLiteral("ana")};
constexpr const char* Opus = "claude-opus-5-5";

using Figures = std::map<QString, std::int64_t>;

QString textOf(const Cell& cell) {
    const auto* text = std::get_if<QString>(&cell);
    return text != nullptr ? *text : QString();
}

Table table(const SmallCache& cache, const ReportRequest& request) {
    auto made = runReport(*cache.reader(), request, PriceBook::builtIn());
    if (!made) qFatal("%s", qPrintable(made.error().message));
    return *std::move(made);
}

ReportRequest request(std::vector<Dimension> by, Interval interval = Interval::Total,
                      std::vector<ReportFilter> where = {}) {
    return {QStringLiteral("allocation"), Days, interval, std::move(by), std::move(where), false, std::nullopt};
}

/// By the texts of all dimension cells, with period unless that is the total.
Figures figures(const Table& made) {
    Figures found;
    for (const auto& row : made.rows) {
        QStringList texts;
        for (std::size_t i = 0; i + 2 < row.size(); ++i) texts.append(textOf(row[i]));
        if (texts.front() == u"total") texts.removeFirst();
        found[texts.join(u'|')] += std::get<Money>(row[row.size() - 2]).nano();
    }
    return found;
}

}  // namespace

class TestAllocationReport : public QObject {
    Q_OBJECT
    SmallCache m_cache;

    void define(const QString& kind, const QString& name, const QByteArray& body) {
        const auto stored = m_cache.writer().storeDefinitions({{kind, name, body}}, Somebody);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().message));
    }
    void setRule(const QByteArray& body) { define(definitionkind::AllocationRule, AllocationRuleName, body); }

private slots:
    void initTestCase() {
        fillLists(m_cache);
        // Day 1: two keys and the Console on Opus; a key on another model; code execution. Day 2: another workspace.
        // Day 3: usage was never fetched. Day 4: fetched, nobody used anything. Day 5: by searches; a credit.
        const std::vector<UsageLine> usage = {
            {"2026-11-01", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
            {"2026-11-01", "wrkspc_a", "apikey_2", Opus, "standard", output(200)},
            {"2026-11-01", "wrkspc_a", NoId, Opus, "standard", output(100)},
            {"2026-11-01", "wrkspc_a", "apikey_4", "claude-haiku-5-5", "standard", {7, 0, 0, 0, 0, 0}},
            {"2026-11-02", "wrkspc_b", "apikey_3", Opus, "batch", output(10)},
            {"2026-11-05", "wrkspc_a", "apikey_1", Opus, "standard", {0, 0, 0, 0, 1, 1}},
            {"2026-11-05", "wrkspc_a", "apikey_2", Opus, "standard", {0, 0, 0, 0, 2, 2}}};
        m_cache.usage({isoDay("2026-11-01"), isoDay("2026-11-02")}, Now, usage);
        m_cache.usage({isoDay("2026-11-04"), isoDay("2026-11-10")}, Now, usage);
        m_cache.cost(Days, Now,
                     {{"2026-11-01", "wrkspc_a", "out", Opus, "output_tokens", "standard", 4'000},
                      {"2026-11-01", "wrkspc_a", "out, other geo", Opus, "output_tokens", "standard", 2},
                      {"2026-11-01", "wrkspc_a", "in", "claude-haiku-5-5", "uncached_input_tokens", "standard", 70},
                      {"2026-11-01", "wrkspc_a", "in, no use", Opus, "uncached_input_tokens", "standard", 900},
                      {"2026-11-02", "wrkspc_b", "out", Opus, "output_tokens", "batch", 500},
                      {"2026-11-03", "wrkspc_a", "out", Opus, "output_tokens", "standard", 33},
                      {"2026-11-04", NoId, "out", Opus, "output_tokens", "standard", 44},
                      {"2026-11-05", "wrkspc_a", "search", nullptr, nullptr, nullptr, 20},
                      {"2026-11-05", "wrkspc_a", "credit", Opus, "output_tokens", "standard", -10}});
    }
    void init() {
        setRule("{}");
        const auto teams = m_cache.reader()->definitions(definitionkind::Team).value();
        for (const Definition& team : teams) define(definitionkind::Team, team.name, {});
    }

    void keysGetTheirShare() {
        // 4,002 by 100 : 200 : 100, the odd unit for the Console, which is number 0; the credit and the searches by 1
        // : 2.
        const Figures expected = {{u"nightly build"_qs, 1'000 + 7 - 3},
                                  {u"old"_qs, 2'001 + 13 - 7},
                                  {u"(console)"_qs, 1'001},
                                  {u"short"_qs, 70},
                                  {u"gone"_qs, 500},
                                  {u"(shared)"_qs, 900 + 44},
                                  {u"(usage missing)"_qs, 33}};
        const Table made = table(m_cache, request({Dimension::ApiKey}));
        QVERIFY(figures(made) == expected);
        QVERIFY(!made.isComplete());  // a day of usage is missing
        const QString notes = made.notes.join(u'\n');
        QVERIFY(notes.contains(u"0.000000033 USD are not allocated"_qs));
        QVERIFY(notes.contains(u"0.000000944 USD are shared"_qs));
        QVERIFY(notes.contains(u"0.000001001 USD were used without an API key"_qs));
    }

    void everyDollarSaysHowItCame() {
        const Figures expected = {{u"tokens"_qs, 1'000 - 3 + 2'001 - 7 + 70 + 500},
                                  {u"web_searches"_qs, 20},
                                  {u"console"_qs, 1'001},
                                  {u"shared"_qs, 944},
                                  {u"usage_missing"_qs, 33}};
        QVERIFY(figures(table(m_cache, request({Dimension::Basis}))) == expected);
    }

    void sumsAreTheBill_data() {
        QTest::addColumn<QByteArray>("rule");
        QTest::newRow("none") << QByteArray("{}");
        QTest::newRow("even") << QByteArray(R"({"shared":"even","console":"even"})");
        QTest::newRow("proportional") << QByteArray(R"({"shared":"proportional","console":"proportional"})");
        QTest::newRow("fixed") << QByteArray(
            R"({"shared":"fixed","console":"even","fixed":["A=33.3333","B=66.6667"]})");
    }
    void sumsAreTheBill() {
        QFETCH(QByteArray, rule);
        define(definitionkind::Team, u"A"_qs, R"({"members":[{"kind":"key","id":"apikey_1"}]})");
        define(definitionkind::Team, u"B"_qs,
               R"({"members":[{"kind":"workspace","id":"wrkspc_a","from":"2026-11-02"}]})");
        setRule(rule);
        for (const Interval interval : {Interval::Day, Interval::Week, Interval::Month, Interval::Total}) {
            for (const bool byPlace : {false, true}) {
                ReportRequest asked = request({}, interval);
                asked.report = u"cost"_qs;
                if (byPlace) asked.by = {Dimension::Workspace, Dimension::Model};
                std::map<QString, std::int64_t> billed;
                for (const auto& row : table(m_cache, asked).rows) {
                    QStringList texts;
                    for (std::size_t i = 0; i + 1 < row.size(); ++i) texts.append(textOf(row[i]));
                    billed[texts.join(u'|')] = std::get<Money>(row.back()).nano();
                }
                asked.report = u"allocation"_qs;
                asked.by.insert(asked.by.end(), {Dimension::Team, Dimension::ApiKey, Dimension::Basis});
                std::map<QString, std::int64_t> allocated;
                for (const auto& row : table(m_cache, asked).rows) {
                    QStringList texts;
                    for (std::size_t i = 0; i + 5 < row.size(); ++i) texts.append(textOf(row[i]));
                    allocated[texts.join(u'|')] += std::get<Money>(row[row.size() - 2]).nano();
                }
                QVERIFY(allocated == billed);
            }
        }
    }

    void teamsHaveDates() {
        define(definitionkind::Team, u"Ops"_qs,
               R"({"cost_centre":"100","members":[{"kind":"key","id":"apikey_1","to":"2026-11-01"}]})");
        define(definitionkind::Team, u"Lab"_qs,
               R"({"cost_centre":"200","members":[{"kind":"key","id":"apikey_1","from":"2026-11-02"},
                  {"kind":"person","id":"milan@example.org"},{"kind":"workspace","id":"wrkspc_b"}]})");
        // apikey_2 is Milan's; apikey_3 has nobody, but its workspace is the lab's.
        const Figures expected = {{u"Ops|100"_qs, 1'000},
                                  {u"Lab|200"_qs, 7 - 3 + 2'001 + 13 - 7 + 500},
                                  {u"(no team)|(no cost centre)"_qs, 70 + 1'001 + 944 + 33}};
        QVERIFY(figures(table(m_cache, request({Dimension::Team, Dimension::CostCentre}))) == expected);
    }

    void aWorkspacesTeamHasItsConsoleUse() {
        define(definitionkind::Team, u"All of A"_qs, R"({"members":[{"kind":"workspace","id":"wrkspc_a"}]})");
        const Figures found = figures(table(m_cache, request({Dimension::Team, Dimension::Basis})));
        QCOMPARE(found.at(u"All of A|console"_qs), 1'001);
        QCOMPARE(found.at(u"All of A|shared"_qs), 900);
        QCOMPARE(found.at(u"(no team)|usage_missing"_qs), 33);  // which may be of keys of other teams
    }

    void rulesGiveWhatNoKeyUsed() {
        setRule(R"({"shared":"proportional","console":"proportional"})");
        const Figures found = figures(table(m_cache, request({Dimension::ApiKey, Dimension::Basis})));
        // Own cost on the day: 1,000 : 2,001 : 70.
        QCOMPARE(found.at(u"nightly build|console_by_rule"_qs), 326);  // 325.9
        QCOMPARE(found.at(u"old|console_by_rule"_qs), 652);            // 652.2
        QCOMPARE(found.at(u"short|console_by_rule"_qs), 23);           // 22.8
        QCOMPARE(found.at(u"(shared)|shared"_qs), 44);                 // a day without any use
        QCOMPARE(found.at(u"(usage missing)|usage_missing"_qs), 33);
        // Another rule for one question.
        ReportRequest asked = request({Dimension::Basis});
        asked.allocationRule = AllocationRule{};
        QCOMPARE(figures(table(m_cache, asked)).at(u"console"_qs), 1'001);
    }

    void aDaysPartsAreTheSameInEveryRange() {
        setRule(R"({"shared":"even","console":"proportional"})");
        const Figures byDay = figures(table(m_cache, request({Dimension::ApiKey}, Interval::Day)));
        Figures summed;
        for (UtcDay day = Days.first; day <= Days.last; day = day + 1) {
            ReportRequest asked = request({Dimension::ApiKey}, Interval::Day);
            asked.range = {day, day};
            for (const auto& [key, nano] : figures(table(m_cache, asked))) summed[key] += nano;
        }
        QVERIFY(byDay == summed);
    }

    void filtersLetThrough() {
        const auto total = [this](Dimension dimension, const QString& value) {
            Table made = table(m_cache, request({}, Interval::Total, {{dimension, value}}));
            return std::get<Money>(made.rows.front()[1]).nano();
        };
        QCOMPARE(total(Dimension::ApiKey, u"apikey_3"_qs), 500);
        QCOMPARE(total(Dimension::ApiKey, u"old"_qs), 2'001 + 13 - 7);
        QCOMPARE(total(Dimension::ApiKey, u""_qs), 1'001);
        QCOMPARE(total(Dimension::ApiKey, u"(shared)"_qs), 944);
        QCOMPARE(total(Dimension::Workspace, u"Build"_qs), 500);
        QCOMPARE(total(Dimension::Basis, u"web_searches"_qs), 20);
        const Table unknown = table(m_cache, request({}, Interval::Total, {{Dimension::Team, u"Nobody"_qs}}));
        QVERIFY(unknown.unknownFilter);
        QCOMPARE(unknown.filters.front().values, QStringList{u"Nobody"_qs});
        // Said as the values are shown.
        const Table both = table(m_cache, request({}, Interval::Total,
                                                  {{Dimension::Workspace, u"wrkspc_b"_qs},
                                                   {Dimension::Workspace, u"wrkspc_a"_qs},
                                                   {Dimension::Basis, u"tokens"_qs}}));
        QCOMPARE(both.filters.size(), std::size_t{2});
        for (const AppliedFilter& filter : both.filters) {
            const bool isBasis = filter.dimension == Dimension::Basis;
            QCOMPARE(filter.values, isBasis ? QStringList{u"tokens"_qs}
                                            : (QStringList{u"Build"_qs, QString::fromUtf8("Entwürfe, \"neu\"")}));
        }
    }

    void keysOfOneNameAreToldApart() {
        SmallCache cache;
        list(cache, ObjectKind::ApiKey, FirstSync, "api_keys",
             {key("apikey_1", "nightly", "active", "wrkspc_a", nullptr),
              key("apikey_2", "nightly", "active", "wrkspc_b", nullptr),
              key("apikey_3", "bot", "active", "wrkspc_b", nullptr)});
        cache.usage(Days, noonOf(isoDay("2026-11-20")),
                    {{"2026-11-01", "wrkspc_a", "apikey_1", Opus, "standard", output(100)},
                     {"2026-11-01", "wrkspc_a", "apikey_2", Opus, "standard", output(200)},
                     {"2026-11-01", "wrkspc_a", "apikey_3", Opus, "standard", output(300)}});
        cache.cost(Days, noonOf(isoDay("2026-11-20")),
                   {{"2026-11-01", "wrkspc_a", "out", Opus, "output_tokens", "standard", 6'000}});
        const Figures expected = {
            {u"nightly (apikey_1)"_qs, 1'000}, {u"nightly (apikey_2)"_qs, 2'000}, {u"bot"_qs, 3'000}};
        QVERIFY(figures(table(cache, request({Dimension::ApiKey}))) == expected);
    }

    void sharesAreOfTheirPeriod() {
        const Table made = table(m_cache, request({Dimension::ApiKey}, Interval::Day));
        std::map<QString, std::pair<std::int64_t, std::int64_t>> sums;
        for (const auto& row : made.rows) {
            const Ratio share = std::get<Ratio>(row.back());
            QCOMPARE(share.numerator, std::get<Money>(row[2]).nano());
            auto& [sum, whole] = sums[textOf(row.front())];
            sum += share.numerator;
            whole = share.denominator;
        }
        for (const auto& [period, sum] : sums) QCOMPARE(sum.first, sum.second);
    }

    void theCostPageShowsTheSame() {
        define(definitionkind::Team, u"Ops"_qs,
               R"({"members":[{"kind":"key","id":"apikey_1"},{"kind":"workspace","id":"wrkspc_b"}]})");
        setRule(R"({"console":"proportional"})");
        for (const Dimension dimension : {Dimension::ApiKey, Dimension::Team, Dimension::CostCentre}) {
            CostBreakdownRequest asked;
            asked.range = Days;
            asked.rows = dimension;
            asked.columns = Dimension::Model;
            asked.parts = Dimension::Basis;
            asked.comparison = Comparison::None;
            const auto page = buildCostBreakdown(*m_cache.reader(), asked);
            QVERIFY(page);
            Figures rows;
            std::int64_t total = 0;
            for (const auto& row : page->rows) {
                rows[row.value.name] += row.total->nano();
                total += row.total->nano();
                std::int64_t ofParts = 0;
                for (const auto& part : row.parts) ofParts += part.total->nano();
                QCOMPARE(ofParts, row.total->nano());
            }
            QVERIFY(rows == figures(table(m_cache, request({dimension}))));
            QCOMPARE(page->range.total.nano(), total);
            QCOMPARE(page->table.total.nano(), total);
            Figures layers;
            for (const auto& layer : page->layers) layers[layer.value.name] += layer.total.nano();
            QVERIFY(layers == rows);
            QCOMPARE(page->allocation->usageMissing.nano(), 33);
            QCOMPARE(page->allocation->byRule.nano(), 1'001);
            QCOMPARE(page->allocation->shared.nano(), 944);
            QVERIFY(page->allocation->hasTeams);
        }
        // A filter by key holds for allocated cost, and only for that.
        CostBreakdownRequest asked;
        asked.range = Days;
        asked.rows = Dimension::Team;
        asked.parts = Dimension::Basis;
        asked.where = {{Dimension::ApiKey, m_cache.reader()->findTerms(Dimension::ApiKey, u"apikey_3"_qs).value()}};
        const auto filtered = buildCostBreakdown(*m_cache.reader(), asked);
        QCOMPARE(filtered->range.total.nano(), 500);
        QVERIFY(filtered->costFollowsFilter);
        asked.rows = Dimension::Workspace;
        asked.parts = Dimension::TokenType;
        QVERIFY(!buildCostBreakdown(*m_cache.reader(), asked)->costFollowsFilter);
    }

    void definitionsThatDoNotHoldAreAnError() {
        setRule(R"({"shared":"fixed","fixed":["Gone=100"]})");
        const auto made = runReport(*m_cache.reader(), request({Dimension::Team}), PriceBook::builtIn());
        QVERIFY(!made);
        QVERIFY(made.error().message.contains(u"the team \"Gone\", which there is not"_qs));
    }

    void membersAreKnownByNameOrId() {
        const auto names = MemberNames::load(*m_cache.reader());
        QVERIFY(names);
        QCOMPARE(names->idOf(MemberKind::Workspace, u"Build"_qs).value(), u"wrkspc_b"_qs);
        QCOMPARE(names->idOf(MemberKind::Workspace, u"(default workspace)"_qs).value(), QString());
        QCOMPARE(names->idOf(MemberKind::ApiKey, u"apikey_3"_qs).value(), u"apikey_3"_qs);
        QCOMPARE(names->idOf(MemberKind::ApiKey, u"nightly build"_qs).value(), u"apikey_1"_qs);
        QCOMPARE(names->idOf(MemberKind::Person, u"ANN@example.org"_qs).value(), u"ann@example.org"_qs);
        QCOMPARE(names->nameOf(MemberKind::Workspace, u"wrkspc_b"_qs), u"Build"_qs);
        const auto unknown = names->idOf(MemberKind::Workspace, u"Bild"_qs);
        QCOMPARE(unknown.error().kind, ErrorKind::Usage);
        QVERIFY(unknown.error().message.startsWith(u"There is no workspace \"Bild\". There are: "_qs));
        QVERIFY(unknown.error().message.contains(u"Build"_qs));
    }
};

QTEST_GUILESS_MAIN(TestAllocationReport)
#include "tst_allocationreport.moc"
