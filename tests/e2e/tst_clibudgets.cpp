// forecast, anomalies, budget and check of the real program, on the sample organization.
#include "clihome.h"
#include "csv.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace tokenledger::test;

class TestCliBudgets : public QObject {
    Q_OBJECT
    CliHome m_home;

    CliRun cli(QStringList arguments) {
        arguments += {QStringLiteral("--sample"), QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"),
                      QStringLiteral("2026-11-19T13:42:00Z")};
        return m_home.run(arguments);
    }
    CliRun cli(const char* text) { return cli(words(text)); }
    /// The rows of a CSV answer.
    static std::vector<QStringList> rows(const CliRun& run) {
        const Csv csv = readCsv(run.out);
        if (run.exitCode != 0 || !csv.complaint.isEmpty()) qFatal("%s", run.all().constData());
        return csv.rows;
    }

private slots:
    void initTestCase() {
        const CliRun synced = cli("sync --since 2025-10-20 --datasets usage,cost,organization --progress none");
        QVERIFY2(synced.exitCode == 0, synced.all());
        // Only the test's own budgets.
        for (const QStringList& row : rows(cli("budget list --format csv"))) {
            QCOMPARE(cli({QStringLiteral("budget"), QStringLiteral("remove"), row.at(0)}).exitCode, 0);
        }
    }

    void forecastIsTheReport() {
        const CliRun forecast = cli("forecast --format csv");
        const CliRun report = cli("report forecast --from 2026-11-01 --to 2026-11-30 --format csv");
        QVERIFY2(forecast.exitCode == 0, forecast.all());
        QCOMPARE(forecast.out, report.out);
        const auto row = rows(forecast).at(0);
        QCOMPARE(row.at(0), QStringLiteral("2026-11"));
        // What was billed so far is the cost report's figure.
        const auto spent = rows(cli("report cost --from 2026-11-01 --to 2026-11-19 --interval total --format csv"));
        QCOMPARE(row.at(1), spent.at(0).at(1));
        const double low = row.at(3).toDouble();
        const double middle = row.at(2).toDouble();
        const double high = row.at(4).toDouble();
        QVERIFY(row.at(1).toDouble() < low && low < middle && middle < high);
        QVERIFY(row.at(8).toDouble() < row.at(9).toDouble());  // better than a run rate
        // The month as it came to be, in the same invented world.
        QVERIFY(middle > 0.9 * 36'000 && middle < 1.1 * 38'000);
    }

    void forecastOfAMonthThatIsOver() {
        const auto row = rows(cli("forecast --month 2026-09 --format csv")).at(0);
        const auto billed = rows(cli("report cost --from 2026-09-01 --to 2026-09-30 --interval total --format csv"));
        QCOMPARE(row.at(2), billed.at(0).at(1));
        QCOMPARE(row.at(5), QStringLiteral("0"));
    }

    void forecastByWorkspaceAndModel() {
        QCOMPARE(rows(cli("forecast --by workspace --format csv")).size(), 6U);
        QVERIFY(rows(cli("forecast --by model --format csv")).size() >= 6);
        QCOMPARE(cli("forecast --by workspace,model").exitCode, 2);
        QCOMPARE(cli("forecast --by api_key").exitCode, 2);
        QCOMPARE(cli("forecast --month November").exitCode, 2);
    }

    void anomaliesFindTheBackfill() {
        const auto found = rows(cli("anomalies --from 2026-08-01 --to 2026-11-18 --by workspace,api_key --format csv"));
        QStringList days;
        for (const QStringList& row : found) days << row.at(0) + u' ' + row.at(2);
        days.sort();
        QCOMPARE(days,
                 (QStringList{QStringLiteral("2026-08-10 Data pipelines"), QStringLiteral("2026-08-10 backfill"),
                              QStringLiteral("2026-08-11 Data pipelines"), QStringLiteral("2026-08-11 backfill"),
                              QStringLiteral("2026-11-10 Data pipelines"), QStringLiteral("2026-11-10 backfill"),
                              QStringLiteral("2026-11-11 Data pipelines"), QStringLiteral("2026-11-11 backfill")}));
        QVERIFY(found.at(0).at(7).startsWith(QStringLiteral("claude-opus-5-5 ")));
    }

    void anAcknowledgedDayIsLeftOut() {
        const char* list = "anomalies --from 2026-08-11 --to 2026-08-11 --by workspace --format csv";
        QCOMPARE(rows(cli(list)).size(), 1U);
        QCOMPARE(cli("anomalies ack 2026-08-11 workspace=Nowhere --note planned").exitCode, 2);
        QCOMPARE(
            cli(words("anomalies ack 2026-08-11") + QStringList{QStringLiteral("workspace=Data pipelines")}).exitCode,
            2);
        const CliRun calm = cli(words("anomalies ack 2026-08-13") +
                                QStringList{QStringLiteral("workspace=Data pipelines"), QStringLiteral("--note"),
                                            QStringLiteral("the yearly backfill")});
        QCOMPARE(calm.exitCode, 2);
        QVERIFY2(calm.err.contains("did not stand out on 2026-08-13"), calm.all());
        const CliRun noted = cli(words("anomalies ack 2026-08-11") +
                                 QStringList{QStringLiteral("workspace=Data pipelines"), QStringLiteral("--note"),
                                             QStringLiteral("the yearly backfill")});
        QVERIFY2(noted.exitCode == 0, noted.all());
        QVERIFY(rows(cli(list)).empty());
        const auto all = rows(cli("anomalies --from 2026-08-11 --to 2026-08-11 --by workspace --all --format csv"));
        QCOMPARE(all.at(0).at(9), QStringLiteral("the yearly backfill"));
    }

    void budgetsStandAsTheBillSays() {
        QCOMPARE(cli("budget set All --scope organization --period month --amount 30000").exitCode, 0);
        const QStringList pipelines = words("budget set Pipes --period month --amount 5000 --thresholds 40,90 --scope");
        QCOMPARE(cli(pipelines + QStringList{QStringLiteral("workspace=Data pipelines")}).exitCode, 0);
        const auto budgets = rows(cli("budget --format csv"));
        QCOMPARE(budgets.size(), 2U);
        const auto billed =
            rows(cli("report cost --from 2026-11-01 --to 2026-11-19 --interval total --by workspace --format csv"));
        QString ofPipelines;
        for (const QStringList& row : billed) {
            if (row.at(1) == QStringLiteral("Data pipelines")) ofPipelines = row.at(2);
        }
        QCOMPARE(budgets.at(1).at(5), ofPipelines);
        QCOMPARE(budgets.at(1).at(3), QStringLiteral("Data pipelines"));
        QCOMPARE(budgets.at(0).at(11), QStringLiteral("heading over"));  // as the window says
        const auto forecast = rows(cli("forecast --format csv"));
        QCOMPARE(budgets.at(0).at(7), forecast.at(0).at(2));
        QCOMPARE(cli("budget show Nothing").exitCode, 2);
        QCOMPARE(rows(cli("budget show Pipes --format csv")).size(), 1U);
    }

    void versionsAreKept() {
        QCOMPARE(cli("budget set Short --scope organization --period quarter --amount 1").exitCode, 0);
        QCOMPARE(cli("budget set Short --scope organization --period quarter --amount 2.50").exitCode, 0);
        QCOMPARE(cli("budget set Short --scope organization --period quarter --amount 2.50").exitCode, 0);  // the same
        QCOMPARE(cli("budget remove Short").exitCode, 0);
        const auto versions = rows(cli("budget history Short --format csv"));
        QCOMPARE(versions.size(), 3U);
        QCOMPARE(versions.at(0).at(5), QStringLiteral("1.00"));
        QCOMPARE(versions.at(1).at(5), QStringLiteral("2.50"));
        QCOMPARE(versions.at(2).at(2), QStringLiteral("(removed)"));
        QCOMPARE(cli("budget history Never").exitCode, 2);
        for (const QStringList& row : rows(cli("budget list --format csv")))
            QVERIFY(row.at(0) != QStringLiteral("Short"));
    }

    void wrongBudgetsAreRefused_data() {
        QTest::addColumn<QString>("command");
        for (const char* command :
             {"budget set", "budget set A --scope organization --period month",
              "budget set A --scope organization --period week --amount 5",
              "budget set A --scope organization --period month --amount 1,000",
              "budget set A --scope organization --period month --amount -5",
              "budget set A --scope organization=x --period month --amount 5",
              "budget set A --scope planet=x --period month --amount 5",
              "budget set A --scope workspace=Nowhere --period month --amount 5",
              "budget set A --scope team=Nobody --period month --amount 5", "budget import /dev/zero",
              "budget set A --scope organization --period month --amount 5 --thresholds 0",
              "budget set A --scope organization --period month --amount 5 --from 2026-02-01 --to 2026-01-01",
              "budget sell", "budget remove", "budget fiscal-year 13", "check --only weather", "check --days 0"}) {
            QTest::newRow(command) << QString::fromLatin1(command);
        }
    }
    void wrongBudgetsAreRefused() {
        QFETCH(const QString, command);
        const CliRun run = cli(command.split(u' '));
        QVERIFY2(run.exitCode == 2, run.all());
        QVERIFY(!run.err.isEmpty());
    }

    void importIsAllOrNothing() {
        m_home.writeFile(QStringLiteral("bad.csv"),
                         "name,scope,value,period,amount\nA,organization,,month,5\nB,organization,,month,five\n");
        const CliRun bad =
            cli({QStringLiteral("budget"), QStringLiteral("import"), m_home.path(QStringLiteral("bad.csv"))});
        QCOMPARE(bad.exitCode, 2);
        QVERIFY(bad.err.contains("Line 3, column amount: "));
        const auto count = rows(cli("budget list --format csv")).size();
        const QByteArray good =
            "name;scope;value;period;amount;thresholds\nLab;workspace;Research lab;month;2500,00;50 100\n";
        m_home.writeFile(QStringLiteral("good.csv"), good);
        const QStringList import{QStringLiteral("budget"), QStringLiteral("import"),
                                 m_home.path(QStringLiteral("good.csv"))};
        const CliRun dry = cli(import + QStringList{QStringLiteral("--dry-run")});
        QCOMPARE(dry.exitCode, 0);
        QVERIFY(dry.out.contains("Lab: workspace wrkspc_"));
        QCOMPARE(rows(cli("budget list --format csv")).size(), count);
        QCOMPARE(cli(import).exitCode, 0);
        const auto budgets = rows(cli("budget list --format csv"));
        QCOMPARE(budgets.size(), count + 1);
        const CliRun log = cli("report audit-log --format csv");
        QVERIFY(log.out.contains(QCryptographicHash::hash(good, QCryptographicHash::Sha256).toHex()));
    }

    void aBudgetOfATeamWantsTheTeam() {
        const char* set = "budget set Ops --scope team=Operations --period month --amount 5";
        QCOMPARE(cli(set).exitCode, 2);
        const QByteArray teams = "name,kind,member\nOperations,,\n";
        m_home.writeFile(QStringLiteral("teams.csv"), teams);
        const CliRun imported =
            cli({QStringLiteral("team"), QStringLiteral("import"), m_home.path(QStringLiteral("teams.csv"))});
        QVERIFY2(imported.exitCode == 0, imported.all());
        const CliRun log = cli("report audit-log --format csv");
        QVERIFY(log.out.contains("teams.csv"));
        QVERIFY(log.out.contains(QCryptographicHash::hash(teams, QCryptographicHash::Sha256).toHex()));
        QCOMPARE(cli(set).exitCode, 0);
        QCOMPARE(cli("budget remove Ops").exitCode, 0);
        QCOMPARE(cli("team import /dev/zero").exitCode, 2);
    }

    void theFiscalYearMovesQuarters() {
        QCOMPARE(cli("budget set Quarter --scope organization --period quarter --amount 100000").exitCode, 0);
        QCOMPARE(rows(cli("budget show Quarter --format csv")).at(0).at(0), QStringLiteral("2026-10 to 2026-12"));
        QCOMPARE(cli("budget fiscal-year 2").exitCode, 0);
        QCOMPARE(rows(cli("budget show Quarter --format csv")).at(0).at(0), QStringLiteral("2026-11 to 2027-01"));
        QCOMPARE(cli("budget fiscal-year 1").exitCode, 0);
    }

    void checkTellsInSentencesAndOnce() {
        QCOMPARE(cli("budget set Checked --scope organization --period month --amount 20000").exitCode, 0);
        const CliRun all = cli("check --only budgets");
        QCOMPARE(all.exitCode, 6);
        QVERIFY2(all.out.contains("Budget \"Checked\": $"), all.all());
        const CliRun json = cli("check --only anomalies,gaps --format json");
        QCOMPARE(json.exitCode, 6);
        QVERIFY(!json.json().value(QStringLiteral("rows")).toArray().isEmpty());
        QCOMPARE(cli("check --once").exitCode, 6);
        const CliRun again = cli("check --once");
        QVERIFY2(again.exitCode == 0 && again.out.isEmpty(), again.all());
        QCOMPARE(cli("check").exitCode, 6);  // without --once it is still so
        QCOMPARE(
            cli("budget set Checked --scope organization --period month --amount 20000 --thresholds 60,110").exitCode,
            0);
        const CliRun further = cli("check --once");
        QCOMPARE(further.exitCode, 6);
        QCOMPARE(further.out.count('\n'), 1);
    }

    void whatCouldNotBeWrittenWasNotTold() {
        QCOMPARE(cli("budget set Lost --scope organization --period month --amount 10").exitCode, 0);
        QProcess process;
        process.setProcessEnvironment(m_home.environment);
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(m_home.program, words("check --once --only budgets --sample --now 2026-11-19T13:42:00Z --cache") +
                                          QStringList{m_home.cache()});
        QCOMPARE(CliHome::finish(process).exitCode, 5);
        const CliRun told = cli("check --once --only budgets");
        QCOMPARE(told.exitCode, 6);
        QVERIFY2(told.out.contains("Budget \"Lost\""), told.all());
    }

    void gapsAreTold() {
        QCOMPARE(cli("purge --from 2026-11-03 --to 2026-11-04 --datasets cost --yes").exitCode, 0);
        const CliRun gap = cli("check --only gaps");
        QCOMPARE(gap.exitCode, 6);
        QCOMPARE(gap.out, QByteArray("The cost of 2026-11-03 to 2026-11-04 was never fetched: run tokenledger-cli sync "
                                     "--since 2026-11-03 --until 2026-11-04.\n"));
    }
};

QTEST_GUILESS_MAIN(TestCliBudgets)
#include "tst_clibudgets.moc"
