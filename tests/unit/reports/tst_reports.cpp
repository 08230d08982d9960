#include "app/reports/report.h"
#include "smallcache.h"

#include <QTest>

using namespace tokenledger;

namespace {

const DateRange Days{isoDay("2026-11-01"), isoDay("2026-11-10")};
constexpr const char* Input = "uncached_input_tokens";
constexpr const char* Read = "cache_read_input_tokens";
constexpr const char* Write5m = "cache_creation.ephemeral_5m_input_tokens";

QString shown(const Cell& cell) {
    if (const auto* text = std::get_if<QString>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return QString::number(*number);
    if (const auto* money = std::get_if<Money>(&cell)) return toExactString(*money);
    if (const auto* ratio = std::get_if<Ratio>(&cell))
        return QStringLiteral("%1/%2").arg(ratio->numerator).arg(ratio->denominator);
    if (const auto* time = std::get_if<QDateTime>(&cell)) return toRfc3339(*time);
    return QStringLiteral("-");
}

/// A line a row, cells separated by bars; the header first.
QStringList dump(const Table& table) {
    QStringList header;
    for (const Column& column : table.columns) header << column.name;
    QStringList lines{header.join(u'|')};
    for (const auto& row : table.rows) {
        QStringList cells;
        for (const Cell& cell : row) cells << shown(cell);
        lines << cells.join(u'|');
    }
    return lines;
}

ClaudeCodeRecord session(ClaudeCodeRecord::ActorType type, const char* actor, const char* terminal, std::int64_t nano) {
    ClaudeCodeRecord record;
    record.actorType = type;
    record.actor = actor;
    record.terminal = terminal;
    record.customerType = "api";
    record.sessions = 4;
    record.linesAdded = 310;
    record.linesRemoved = 52;
    record.commits = 3;
    record.pullRequests = 1;
    record.tools = {{"edit_tool", 20, 3}, {"write_tool", 5, 1}};
    record.models = {{"claude-opus-5-5", {4000, 900, 51'000, 2300, Money::fromNano(nano)}}};
    return record;
}

}  // namespace

class TestReports : public QObject {
    Q_OBJECT
    SmallCache m_cache;
    std::unique_ptr<CacheReader> m_reader;

    Result<Table> run(const char* report, std::vector<Dimension> by = {}, Interval interval = Interval::Total,
                      std::vector<ReportFilter> where = {}, bool ids = false, DateRange range = Days) {
        ReportRequest request{QString::fromLatin1(report), range, interval, std::move(by), std::move(where), ids};
        return runReport(*m_reader, request, PriceBook::builtIn());
    }
    QStringList rows(const Result<Table>& table) {
        if (!table) return {table.error().message};
        return dump(*table).mid(1);
    }

private slots:
    // Ten days: the first eight final, the ninth and tenth provisional; of Claude Code one day failed, most are
    // missing.
    void initTestCase() {
        m_cache.workspaces({{"wrkspc_a", "Production"}, {"wrkspc_b", "Production"}, {"wrkspc_c", "Ünit \U0001F680"}});
        const auto at = noonOf(isoDay("2026-11-12"));
        m_cache.usage(
            Days, at,
            {{"2026-11-02", "wrkspc_a", "apikey_1", "claude-opus-5-5", "standard", {20'000, 30'000, 0, 400'000, 7, 2}},
             {"2026-11-02", "wrkspc_b", NoId, "claude-opus-5-5", "standard", {20'000, 0, 0, 100'000, 1, 0}},
             {"2026-11-09", NoId, NoId, "claude-opus-5-5", "standard", {0, 10'000, 0, 0, 3, 0}},
             {"2026-11-09", "wrkspc_c", "apikey_1", "claude-unheard-9", "standard", {5, 0, 0, 1'000, 9, 0}},
             {"2026-11-09", "wrkspc_c", "apikey_1", "claude-opus-5-5", "priority", {0, 0, 0, 1'000, 0, 0}}});
        m_cache.cost(Days, at,
                     {{"2026-11-02", "wrkspc_a", "Opus input", "claude-opus-5-5", Input, "standard", 70'000'000},
                      {"2026-11-02", "wrkspc_b", "Opus input", "claude-opus-5-5", Input, "standard", 70'000'000},
                      {"2026-11-02", "wrkspc_a", "Opus read", "claude-opus-5-5", Read, "standard", 90'000'001},
                      {"2026-11-02", "wrkspc_a", "Opus write", "claude-opus-5-5", Write5m, "standard", 150'000'000},
                      {"2026-11-02", "wrkspc_a", "Web Search Usage", NoId, NoId, NoId, 20'000'000},
                      {"2026-11-09", NoId, "Opus input", "claude-opus-5-5", Input, "standard", -1}});
        m_cache.claudeCode(isoDay("2026-11-02"), at,
                           {session(ClaudeCodeRecord::ActorType::User, "kim@example.org", "vscode", 1'870'000'000),
                            session(ClaudeCodeRecord::ActorType::User, "kim@example.org", "tmux", 5'000'000),
                            session(ClaudeCodeRecord::ActorType::ApiKey, "ci-bot", "tmux", 0)});
        m_cache.failure(Dataset::ClaudeCode, {isoDay("2026-11-03"), isoDay("2026-11-03")});
        m_cache.usage({isoDay("2026-11-02"), isoDay("2026-11-02")}, at,
                      {{"2026-11-02T13", "wrkspc_a", "apikey_1", "claude-opus-5-5", "standard", {17, 0, 0, 0, 0, 0}}},
                      BucketWidth::Hour);
        m_reader = m_cache.reader();
    }

    void costTotal() {
        const auto table = run("cost");
        QVERIFY(table);
        QCOMPARE(dump(*table), QStringList({QStringLiteral("period|amount_usd"), QStringLiteral("total|0.40")}));
        QCOMPARE(table->completeness.size(), 1U);
        QCOMPARE(table->completeness[0].dataset, Dataset::Cost);
        QCOMPARE(table->completeness[0].finalDays, 8);
        QCOMPARE(table->completeness[0].provisionalDays, 2);
        QVERIFY(table->isComplete());
        QCOMPARE(table->asOf, noonOf(isoDay("2026-11-12")));
        QCOMPARE(table->notes.size(), 1);
        QVERIFY(table->notes[0].contains(QStringLiteral("Priority Tier")));
    }

    void costByEveryDimensionSumsToTheTotal() {
        for (const Dimension dimension : findReport(u"cost")->dimensions) {
            const auto table = run("cost", {dimension}, Interval::Day);
            QVERIFY(table);
            std::int64_t sum = 0;
            for (const auto& row : table->rows) sum += std::get<Money>(row.back()).nano();
            QCOMPARE(sum, 400'000'000);
        }
    }

    void idsOfTheSameNameStayApart() {
        QCOMPARE(
            rows(run("cost", {Dimension::Workspace})),
            QStringList({QStringLiteral("total|(default workspace)|-0.000000001"),
                         QStringLiteral("total|Production|0.330000001"), QStringLiteral("total|Production|0.07")}));
        QCOMPARE(rows(run("cost", {Dimension::Workspace}, Interval::Total, {}, true)),
                 QStringList({QStringLiteral("total|-|-0.000000001"), QStringLiteral("total|wrkspc_a|0.330000001"),
                              QStringLiteral("total|wrkspc_b|0.07")}));
    }

    void intervalsAndOrder() {
        QCOMPARE(rows(run("usage", {Dimension::Workspace, Dimension::ApiKey}, Interval::Day)),
                 QStringList({QStringLiteral("2026-11-02|Production|apikey_1|20000|30000|0|400000|7|2"),
                              QStringLiteral("2026-11-02|Production|(console)|20000|0|0|100000|1|0"),
                              QStringLiteral("2026-11-09|(default workspace)|(console)|0|10000|0|0|3|0"),
                              QStringLiteral("2026-11-09|Ünit \U0001F680|apikey_1|5|0|0|2000|9|0")}));
        QCOMPARE(rows(run("usage", {}, Interval::Week)),
                 QStringList({QStringLiteral("2026-W45|40000|30000|0|500000|8|2"),
                              QStringLiteral("2026-W46|5|10000|0|2000|12|0")}));
        QCOMPARE(rows(run("usage", {}, Interval::Month)),
                 QStringList({QStringLiteral("2026-11|40005|40000|0|502000|20|2")}));
    }

    void hoursComeFromHourlyData() {
        const DateRange day{isoDay("2026-11-02"), isoDay("2026-11-02")};
        const auto table = run("usage", {}, Interval::Hour, {}, false, day);
        QCOMPARE(rows(table), QStringList({QStringLiteral("2026-11-02T13:00:00Z|17|0|0|0|0|0")}));
        QCOMPARE(table->completeness[0].dataset, Dataset::UsageHourly);
    }

    void filtersTakeNamesIdsAndNull() {
        const auto by = [this](Dimension dimension, const char* value) {
            return rows(run("usage", {}, Interval::Total, {{dimension, QString::fromUtf8(value)}}))
                .value(0)
                .section(u'|', 1, 1);
        };
        QCOMPARE(by(Dimension::Workspace, "wrkspc_a"), QStringLiteral("20000"));
        QCOMPARE(by(Dimension::Workspace, "Production"), QStringLiteral("40000"));
        QCOMPARE(by(Dimension::Workspace, "Ünit \U0001F680"), QStringLiteral("5"));
        QCOMPARE(by(Dimension::ApiKey, ""), QStringLiteral("20000"));
        QCOMPARE(by(Dimension::Workspace, ""), QStringLiteral("0"));
        const auto several = run("usage", {}, Interval::Total,
                                 {{Dimension::Workspace, QStringLiteral("wrkspc_a")},
                                  {Dimension::Workspace, QStringLiteral("wrkspc_c")},
                                  {Dimension::Model, QStringLiteral("claude-opus-5-5")}});
        QCOMPARE(rows(several), QStringList({QStringLiteral("total|20000|30000|0|401000|7|2")}));
    }

    void aFilterValueNobodyKnows() {
        const auto table = run("usage", {}, Interval::Total, {{Dimension::Workspace, QStringLiteral("Prodution")}});
        QCOMPARE(rows(table), QStringList({QStringLiteral("total|0|0|0|0|0|0")}));
        QCOMPARE(table->notes, QStringList({QStringLiteral("This cache knows no workspace \"Prodution\".")}));
        QVERIFY(!table->isComplete());  // a mistyped name is no true zero
    }

    void aRangeWithoutData() {
        const DateRange empty{isoDay("2026-09-01"), isoDay("2026-09-30")};
        QCOMPARE(rows(run("cost", {}, Interval::Total, {}, false, empty)), QStringList({QStringLiteral("total|0.00")}));
        QCOMPARE(rows(run("cache", {}, Interval::Total, {}, false, empty)),
                 QStringList({QStringLiteral("total|0|0|0|-|0.00|0.00|0.00")}));
        QVERIFY(run("cost", {}, Interval::Day, {}, false, empty)->rows.empty());
        QVERIFY(run("cost", {Dimension::Model}, Interval::Total, {}, false, empty)->rows.empty());
        QVERIFY(!run("cost", {}, Interval::Total, {}, false, empty)->isComplete());
        QVERIFY(!run("cost", {}, Interval::Total, {}, false, empty)->asOf.isValid());
    }

    // 2 November has its own bill: input 140,000,000 nano for 40,000 tokens (3,500 each), read 90,000,001 for 500,000,
    // written 150,000,000 for 30,000 (5,000 each). 9 November is provisional and takes these prices as the nearest day.
    // Read saving: 500,000 x 3,500 - 90,000,001 = 1,659,999,999; of wrkspc_a four fifths: 1,327,999,999.2.
    // Premium: 30,000 x 1,500 = 45,000,000 and, in the default workspace, 10,000 x 1,500 = 15,000,000.
    void cacheSavings() {
        const auto table = run("cache", {Dimension::Workspace}, Interval::Total, {}, true);
        QCOMPARE(dump(*table),
                 QStringList(
                     {QStringLiteral("period|workspace|cache_read_tokens|cache_creation_tokens|uncached_input_tokens|"
                                     "cache_hit_ratio|read_saving_usd|write_premium_usd|net_saving_usd"),
                      QStringLiteral("total|-|0|10000|0|0/10000|0.00|0.015|-0.015"),
                      QStringLiteral("total|wrkspc_a|400000|30000|20000|400000/450000|1.327999999|0.045|1.282999999"),
                      QStringLiteral("total|wrkspc_b|100000|0|20000|100000/120000|0.332|0.00|0.332"),
                      QStringLiteral("total|wrkspc_c|2000|0|5|2000/2005|-|0.00|-")}));
        const QString notes = table->notes.join(u'\n');
        QVERIFY(notes.contains(QStringLiteral("No price is known for claude-unheard-9:")));
        QVERIFY(notes.contains(QStringLiteral("nearest billed day")));
        QVERIFY(notes.contains(QStringLiteral("Priority Tier")));
        QVERIFY(!notes.contains(QStringLiteral("published")));
        QCOMPARE(table->completeness.size(), 2U);
    }

    void cacheSavingsDoNotDependOnGroupingOrFilter() {
        QCOMPARE(rows(run("cache", {}, Interval::Total)),
                 QStringList({QStringLiteral("total|502000|40000|40005|502000/582005|1.659999999|0.06|1.599999999")}));
        QCOMPARE(rows(run("cache", {}, Interval::Week)),
                 QStringList({QStringLiteral("2026-W45|500000|30000|40000|500000/570000|1.659999999|0.045|1.614999999"),
                              QStringLiteral("2026-W46|2000|10000|5|2000/12005|-|0.015|-")}));
        const auto filtered = run("cache", {}, Interval::Total, {{Dimension::Workspace, QStringLiteral("wrkspc_b")}});
        QCOMPARE(rows(filtered), QStringList({QStringLiteral("total|100000|0|20000|100000/120000|0.332|0.00|0.332")}));
        QVERIFY(!filtered->notes.join(u'\n').contains(QStringLiteral("unheard")));
    }

    void claudeCode() {
        QCOMPARE(rows(run("claude-code", {Dimension::User}, Interval::Day)),
                 QStringList({QStringLiteral("2026-11-02|ci-bot|4|310|52|3|1|25|4|0.00"),
                              QStringLiteral("2026-11-02|kim@example.org|8|620|104|6|2|50|8|1.875")}));
        QCOMPARE(rows(run("claude-code", {Dimension::Terminal, Dimension::CustomerType})),
                 QStringList({QStringLiteral("total|tmux|api|8|620|104|6|2|50|8|0.005"),
                              QStringLiteral("total|vscode|api|4|310|52|3|1|25|4|1.87")}));
        QCOMPARE(rows(run("claude-code-models", {Dimension::Model})),
                 QStringList({QStringLiteral("total|claude-opus-5-5|12000|2700|153000|6900|1.875")}));
        QVERIFY(!run("claude-code")->isComplete());
    }

    void completeness() {
        QCOMPARE(rows(run("completeness", {Dimension::Dataset})),
                 QStringList({QStringLiteral("total|claude-code|1|0|8|1"), QStringLiteral("total|cost|8|2|0|0"),
                              QStringLiteral("total|usage|8|2|0|0"), QStringLiteral("total|usage-1h|1|0|9|0")}));
        QCOMPARE(rows(run("completeness", {Dimension::Dataset}, Interval::Week,
                          {{Dimension::Dataset, QStringLiteral("cost")}})),
                 QStringList({QStringLiteral("2026-W44|cost|1|0|0|0"), QStringLiteral("2026-W45|cost|7|0|0|0"),
                              QStringLiteral("2026-W46|cost|0|2|0|0")}));
        QCOMPARE(rows(run("completeness", {Dimension::Dataset}, Interval::Total,
                          {{Dimension::Dataset, QStringLiteral("usage-1m")}})),
                 QStringList({QStringLiteral("total|usage-1m|0|0|10|0")}));
        QCOMPARE(rows(run("completeness")), QStringList({QStringLiteral("total|18|4|17|1")}));
        QCOMPARE(run("completeness", {}, Interval::Total, {{Dimension::Dataset, QStringLiteral("costs")}}).error().kind,
                 ErrorKind::Usage);
    }

    void syncLog() {
        const auto table = run("sync-log");
        QVERIFY(table);
        QVERIFY(!table->range);
        QCOMPARE(dump(*table).value(0),
                 QStringLiteral("when|dataset|request|status|outcome|rows|retries|duration_ms|request_id"));
        QCOMPARE(table->rows.size(), 6U);
        QVERIFY(dump(*table).contains(
            QStringLiteral("2026-11-12T12:00:00Z|cost|/v1/organizations/test|200|ok|3|1|250|req_011Test")));
    }

    void overview() {
        const auto table = run("overview");
        QVERIFY(table);
        const QStringList lines = dump(*table);
        QCOMPARE(lines.value(0), QStringLiteral("measure|value|unit|compared|change|completeness|comparable"));
        QVERIFY(lines.contains(QStringLiteral("spend|0.40|USD|-|-|8 of 10 days final, 2 provisional|-")));
        QVERIFY(lines.contains(QStringLiteral("total_tokens|582025|tokens|-|-|8 of 10 days final, 2 provisional|-")));
        QVERIFY(lines.contains(
            QStringLiteral("claude_code_users|1|people|-|-|1 of 10 days final, 8 missing, 1 failed (2026-11-03)|-")));
    }

    void wrongUsageNamesWhatIsAllowed_data() {
        QTest::addColumn<QString>("report");
        QTest::addColumn<int>("interval");
        QTest::addColumn<std::vector<Dimension>>("by");
        QTest::addColumn<std::vector<ReportFilter>>("where");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* report, Interval interval, std::vector<Dimension> by,
                            std::vector<ReportFilter> where, const char* expected) {
            QTest::newRow(name) << QString::fromLatin1(report) << static_cast<int>(interval) << by << where
                                << QString::fromLatin1(expected);
        };
        row("report", "costs", Interval::Day, {}, {}, "cost, usage, cache, allocation, bridge, claude-code");
        row("dimension", "usage", Interval::Day, {Dimension::CostType}, {},
            "workspace, api_key, model, service_tier, context_window");
        row("filter", "claude-code", Interval::Day, {}, {{Dimension::Model, {}}}, "user, terminal, customer_type");
        row("hour", "cost", Interval::Hour, {}, {}, "day, week, month and total");
        row("twice", "cost", Interval::Day, {Dimension::Model, Dimension::Model}, {}, "named twice");
        row("list", "sync-log", Interval::Day, {Dimension::Dataset}, {}, "is a list");
        row("overview", "overview", Interval::Total, {Dimension::Model}, {}, "cost, usage or cache");
    }
    void wrongUsageNamesWhatIsAllowed() {
        QFETCH(QString, report);
        QFETCH(int, interval);
        QFETCH(std::vector<Dimension>, by);
        QFETCH(std::vector<ReportFilter>, where);
        QFETCH(QString, expected);
        const auto table = runReport(*m_reader, {report, Days, static_cast<Interval>(interval), by, where, false},
                                     PriceBook::builtIn());
        QVERIFY(!table);
        QCOMPARE(table.error().kind, ErrorKind::Usage);
        QVERIFY2(table.error().message.contains(expected), qPrintable(table.error().message));
    }

    void aRangeThatEndsBeforeItBegins() {
        QCOMPARE(run("cost", {}, Interval::Day, {}, false, {Days.last, Days.first}).error().kind, ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
