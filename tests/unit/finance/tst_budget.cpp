#include "app/finance/budgetfile.h"
#include "app/finance/kinds.h"

#include <QBuffer>
#include <QTest>

using namespace tokenledger;

namespace {

UtcDay day(const char* iso) { return UtcDay::fromIso(QString::fromLatin1(iso)).value(); }
Money usd(std::int64_t dollars) { return Money::fromNano(dollars * 1'000'000'000); }

Definition definitionOf(const DefinitionChange& change) { return {change.kind, change.name, 1, {}, change.body}; }

Result<QString> knows(BudgetScope, const QString& name) {
    if (name == QLatin1String("Research")) return QStringLiteral("wrkspc_1");
    return failure(ErrorKind::Usage, QStringLiteral("This cache knows no \"%1\".").arg(name));
}

Result<BudgetFile> read(const QByteArray& bytes) {
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly)) qFatal("no buffer");
    return readBudgetFile(buffer, knows);
}

}  // namespace

class TestBudget : public QObject {
    Q_OBJECT
private slots:
    void goesThroughItsJson() {
        Budget budget{QStringLiteral("Research"),
                      BudgetScope::Workspace,
                      QStringLiteral("wrkspc_1"),
                      BudgetPeriod::Quarter,
                      Money::fromNano(1'250'500'000'001),
                      {40, 75, 120},
                      day("2026-04-01"),
                      day("2027-03-31")};
        const DefinitionChange change = toDefinition(budget);
        QCOMPARE(change.kind, definitionkind::Budget);
        QCOMPARE(change.body,
                 QByteArray(R"({"amount":"1250.500000001","from":"2026-04-01","period":"quarter","scope":"workspace",)"
                            R"("thresholds":["40","75","120"],"to":"2027-03-31","value":"wrkspc_1"})"));
        QVERIFY(budgetFrom(definitionOf(change)).value() == budget);
        Budget whole{QStringLiteral("All"), BudgetScope::Organization, {}, BudgetPeriod::Month, usd(5'000)};
        QVERIFY(budgetFrom(definitionOf(toDefinition(whole))).value() == whole);
    }

    void refusesWhatIsNoBudget_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("budget");
        QTest::newRow("unknown name") << QByteArray(
            R"({"scope":"organization","period":"month","amount":"5","thresholds":["50"],"limit":"7"})");
        QTest::newRow("no amount") << QByteArray(R"({"scope":"organization","period":"month","thresholds":["50"]})");
        QTest::newRow("amount of 0") << QByteArray(
            R"({"scope":"organization","period":"month","amount":"0","thresholds":["50"]})");
        QTest::newRow("a number") << QByteArray(
            R"({"scope":"organization","period":"month","amount":5,"thresholds":["50"]})");
        QTest::newRow("scope") << QByteArray(R"({"scope":"galaxy","period":"month","amount":"5","thresholds":["50"]})");
        QTest::newRow("period") << QByteArray(
            R"({"scope":"organization","period":"week","amount":"5","thresholds":["50"]})");
        QTest::newRow("threshold") << QByteArray(
            R"({"scope":"organization","period":"month","amount":"5","thresholds":["0"]})");
    }
    void refusesWhatIsNoBudget() {
        QFETCH(const QByteArray, body);
        const auto budget = budgetFrom({definitionkind::Budget, QStringLiteral("Odd"), 1, {}, body});
        QVERIFY(!budget);
        QCOMPARE(budget.error().kind, ErrorKind::Usage);
        QVERIFY(budget.error().message.contains(QStringLiteral("Odd")));
    }

    void periodsFollowTheFiscalYear() {
        const UtcDay november = day("2026-11-21");
        const auto range = [](const char* first, const char* last) { return DateRange{day(first), day(last)}; };
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Month, november, 4), range("2026-11-01", "2026-11-30"));
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Quarter, november, 1), range("2026-10-01", "2026-12-31"));
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Year, november, 1), range("2026-01-01", "2026-12-31"));
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Quarter, november, 2), range("2026-11-01", "2027-01-31"));
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Year, november, 12), range("2025-12-01", "2026-11-30"));
        QCOMPARE(budgetPeriodOf(BudgetPeriod::Year, day("2028-02-29"), 3), range("2027-03-01", "2028-02-29"));
        QCOMPARE(budgetPeriodLabel(range("2026-11-01", "2026-11-30")), QStringLiteral("2026-11"));
        QCOMPARE(budgetPeriodLabel(range("2026-10-01", "2026-12-31")), QStringLiteral("2026-10 to 2026-12"));
    }

    // Whatever the month that years begin with: a day lies in its period, and the next period begins the day after.
    void periodsLeaveNoGaps() {
        for (int start = 1; start <= 12; ++start) {
            for (const auto period : {BudgetPeriod::Month, BudgetPeriod::Quarter, BudgetPeriod::Year}) {
                DateRange before = budgetPeriodOf(period, day("2023-12-31"), start);
                for (UtcDay at = before.last + 1; at < day("2029-01-01"); at = at + 1) {
                    const DateRange now = budgetPeriodOf(period, at, start);
                    QVERIFY(now.contains(at));
                    if (now == before) continue;
                    QCOMPARE(now.first, before.last + 1);
                    const int months = period == BudgetPeriod::Month ? 1 : period == BudgetPeriod::Quarter ? 3 : 12;
                    QCOMPARE(now.last,
                             UtcDay::fromDateTime(QDateTime(now.first.toDate().addMonths(months), {}, Qt::UTC)) - 1);
                    before = now;
                }
            }
        }
    }

    void theFiscalYearIsADefinition() {
        QCOMPARE(fiscalStartMonth({}).value(), 1);
        QCOMPARE(fiscalStartMonth({definitionOf(fiscalYearDefinition(4))}).value(), 4);
        QVERIFY(!fiscalStartMonth({{definitionkind::FiscalYear, {}, 1, {}, R"({"start_month":"13"})"}}));
    }

    void thresholds() {
        QCOMPARE(parseThresholds(QStringLiteral("100, 50 %,80")).value(), (std::vector<int>{50, 80, 100}));
        QVERIFY(!parseThresholds(QStringLiteral("50,half")));
        QVERIFY(!parseThresholds({}));
        Budget budget{QStringLiteral("B"), BudgetScope::Organization, {}, BudgetPeriod::Month, usd(1), {50, 50}};
        QVERIFY(!checkBudget(budget));
        budget.thresholds = {50, 1001};
        QVERIFY(!checkBudget(budget));
        budget.thresholds = {1, 1000};
        QVERIFY(checkBudget(budget));
    }

    void readsAFile() {
        const auto file = read(
            "Name,Scope,Value,Period,Amount,Thresholds,From,To\r\n"
            "All,organization,,month,5000,,,\r\n"
            "\"Lab, large\",workspace,Research,quarter,$1250.50,\"50,90\",2026-10-01,2027-09-30\r\n");
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        QVERIFY2(file->problems.isEmpty(), qPrintable(file->problems.join(u'\n')));
        QCOMPARE(file->budgets.size(), 2U);
        QVERIFY(file->budgets[0] ==
                (Budget{QStringLiteral("All"), BudgetScope::Organization, {}, BudgetPeriod::Month, usd(5'000)}));
        QVERIFY(file->budgets[1] == (Budget{QStringLiteral("Lab, large"),
                                            BudgetScope::Workspace,
                                            QStringLiteral("wrkspc_1"),
                                            BudgetPeriod::Quarter,
                                            Money::fromNano(1'250'500'000'000),
                                            {50, 90},
                                            day("2026-10-01"),
                                            day("2027-09-30")}));
    }

    void readsSemicolonsAndDecimalCommas() {
        const auto file = read("name;scope;period;amount\nAll;organization;month;1250,50\n");
        QVERIFY(file && file->problems.isEmpty());
        QCOMPARE(file->budgets.at(0).amount, Money::fromNano(1'250'500'000'000));
    }

    void refusesAmountsOfTwoMeanings_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto file = [](char mark, const char* amount) -> QByteArray {
            return QByteArray("name|scope|period|amount\nAll|organization|month|").replace('|', mark) + amount + '\n';
        };
        for (const char* amount : {"5,000", "$5,000", "5.000", "1250.500", "12,345"}) {
            QTest::addRow("semicolon %s", amount) << file(';', amount);
            QTest::addRow("tab %s", amount) << file('\t', amount);
        }
        QTest::newRow("comma, quoted") << file(',', "\"5,000\"");
        QTest::newRow("comma, a point") << file(',', "5.000");
    }
    void refusesAmountsOfTwoMeanings() {
        QFETCH(const QByteArray, bytes);
        const auto file = read(bytes);
        QVERIFY(file && file->budgets.empty());
        QCOMPARE(file->problems.size(), 1);
        QVERIFY2(file->problems[0].startsWith(QStringLiteral("Line 2, column amount: ")) &&
                     file->problems[0].contains(QStringLiteral("could be thousands or decimals")),
                 qPrintable(file->problems[0]));
    }

    void refusesRowsThatDoNotFitTheHeader() {
        const auto file = read(
            "name,scope,period,amount,from\n"
            "A,organization,month,5,000,2026-11-01\n"
            "B,organization,month,5\n"
            "C,organization,month,5,\n");
        QVERIFY(file);
        QCOMPARE(file->problems.size(), 2);
        QVERIFY(file->problems[0].startsWith(QStringLiteral("Line 2, column 6: There are 6 values, and 5 columns.")));
        QVERIFY(file->problems[1].startsWith(QStringLiteral("Line 3, column 5: There are 4 values, and 5 columns.")));
    }

    void namesLineAndColumnOfEachProblem() {
        const auto file = read(
            "name,scope,value,period,amount,from\n"
            "A,organization,,month,\"1,250\",\n"
            "A,organization,,month,=2+3,\n"
            "B,galaxy,,week,5,2026-13-01\n"
            "C,workspace,Nowhere,month,5,\n"
            ",organization,,month,5,\n");
        QVERIFY(file);
        QVERIFY(file->budgets.empty());
        const QStringList& problems = file->problems;
        const auto said = [&problems](const char* begin) {
            return std::any_of(problems.begin(), problems.end(), [begin](const QString& problem) {
                return problem.startsWith(QString::fromLatin1(begin));
            });
        };
        for (const char* begin :
             {"Line 2, column amount:", "Line 3, column name:", "Line 3, column amount:", "Line 4, column scope:",
              "Line 4, column period:", "Line 4, column from:", "Line 5, column value:", "Line 6:"}) {
            QVERIFY2(said(begin), qPrintable(QString::fromLatin1(begin) + u'\n' + problems.join(u'\n')));
        }
        QCOMPARE(problems.size(), 8);
    }

    void refusesWhatIsNoTable_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no budgets") << QByteArray("name,scope,period,amount\n");
        QTest::newRow("unknown column") << QByteArray("name,scope,period,amount,colour\nA,organization,month,5,red\n");
        QTest::newRow("missing column") << QByteArray("name,scope,amount\nA,organization,5\n");
        QTest::newRow("twice") << QByteArray("name,name,scope,period,amount\nA,A,organization,month,5\n");
        QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\0\0", 8);
        QTest::newRow("Latin-1") << QByteArray("name,scope,period,amount\nB\xfcro,organization,month,5\n");
    }
    void refusesWhatIsNoTable() {
        QFETCH(const QByteArray, bytes);
        const auto file = read(bytes);
        QVERIFY(!file);
        QCOMPARE(file.error().kind, ErrorKind::Usage);
        QVERIFY(!file.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
