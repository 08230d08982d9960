// The real program, killed again and again in the middle of a sync of 90 days: nothing is lost, doubled or invented,
// and the sync that ends asks only for what is missing. TOKENLEDGER_KILLS (24) and TOKENLEDGER_KILL_SEED tell how
// often, and at which moments.
#include "tests/e2e/clihome.h"
#include "tests/e2e/csv.h"
#include "tests/e2e/faultyorganization.h"
#include "tests/e2e/reportexpectation.h"
#include "tests/support/fakeadminserver.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");
const DateRange Days = {UtcDay::fromDate(2026, 8, 23), UtcDay::fromDate(2026, 11, 20)};
const std::vector<std::pair<QString, QString>> Reports = {  // and the dataset that each shows
    {QStringLiteral("cost"), QStringLiteral("cost")},
    {QStringLiteral("usage"), QStringLiteral("usage")},
    {QStringLiteral("claude-code"), QStringLiteral("claude-code")},
    {QStringLiteral("claude-code-models"), QStringLiteral("claude-code")}};

using Rows = std::vector<QStringList>;

int fromEnvironment(const char* name, int standard) {
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : standard;
}

}  // namespace

class Kills : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dice.seed(static_cast<quint32>(fromEnvironment("TOKENLEDGER_KILL_SEED", 20'261'120)));
        m_server.data = randomOrganization(m_dice, Days);
        m_server.now = *fromRfc3339(Now);
        m_server.mostPerPage = 7;
    }

    void killedAgainAndAgain() {
        const int wanted = fromEnvironment("TOKENLEDGER_KILLS", 24);
        int kills = 0;
        for (int attempt = 0; kills < wanted; ++attempt) {
            QVERIFY2(attempt < 3 * wanted, "most of the syncs end before they are killed");
            if (!killedOnce()) continue;
            ++kills;
            judge();
            if (QTest::currentTestFailed()) return;
        }

        const QStringList open = openDays(QStringLiteral("claude-code"));
        m_server.forgetRequests();
        const CliRun clean = CliHome::finish(*startSync());
        QVERIFY2(clean.exitCode == 0, clean.all());
        QCOMPARE(askedClaudeCodeDays(), open);
        for (const auto& [report, dataset] : Reports) QVERIFY(openDays(dataset).size() <= 4);  // provisional
        judge();
        qInfo("kills survived %d, rows lost %d, rows doubled %d", kills, m_lost, m_doubled);
        QCOMPARE(m_lost + m_doubled, 0);
    }

private:
    [[nodiscard]] QStringList common() const {
        return {QStringLiteral("--cache"), m_home.cache(), QStringLiteral("--now"), Now};
    }

    [[nodiscard]] std::unique_ptr<QProcess> startSync() const {
        return m_home.start(QStringList{QStringLiteral("sync"), QStringLiteral("--since"), Days.first.toIso(),
                                        QStringLiteral("--base-url"), m_server.url().toString()} +
                            common());
    }

    /// When a request has come, when its answer is on its way, or while the cache's log is written. False: the sync
    /// was faster.
    bool killedOnce() {
        const int moment = m_dice.bounded(3);
        const int number = m_dice.bounded(16) + 1;
        m_server.forgetRequests();
        const auto process = startSync();
        QObject context;
        QFileSystemWatcher log;
        const auto kill = [&process] { process->kill(); };
        connect(&m_server, &FakeAdminServer::requested, &context, [&](int count) {
            if (moment == 0 && count == number) kill();
            if (moment == 2 && count == number) log.addPath(m_home.cache() + QStringLiteral("-wal"));
        });
        connect(&m_server, &FakeAdminServer::answered, &context, [&](int count) {
            if (moment == 1 && count == number) kill();
        });
        connect(&log, &QFileSystemWatcher::fileChanged, &context, kill);
        return CliHome::finish(*process).exitCode == -1;
    }

    [[nodiscard]] Rows report(const QString& name, const QStringList& options) const {
        const CliRun run = m_home.run(QStringList{QStringLiteral("report"), name, QStringLiteral("--from"),
                                                  Days.first.toIso(), QStringLiteral("--to"), Days.last.toIso(),
                                                  QStringLiteral("--format"), QStringLiteral("csv")} +
                                      options + common());
        if (run.exitCode != 0) qFatal("%s", run.all().constData());
        Rows rows = readCsv(run.out).rows;
        std::sort(rows.begin(), rows.end());
        return rows;
    }

    /// The days that are not there: missing or failed; with `provisional`, those too.
    [[nodiscard]] QStringList daysWithout(const QString& dataset, bool provisional) const {
        QStringList days;
        for (const QStringList& row : report(QStringLiteral("completeness"), words("--by dataset"))) {
            const bool isFinal = row[2] != u"0";
            const bool isProvisional = row[3] != u"0";
            if (row[1] == dataset && !isFinal && (provisional || !isProvisional)) days << row[0];
        }
        return days;
    }
    [[nodiscard]] QStringList openDays(const QString& dataset) const { return daysWithout(dataset, true); }

    /// A sound file, in which each day is as the server has it or is not there.
    void judge() {
        if (!QFile::exists(m_home.cache())) return;
        const CliRun verified = m_home.run(QStringList{QStringLiteral("verify")} + common());
        if (verified.exitCode == 5 && verified.err.contains("empty")) return;  // killed before anything was written
        QVERIFY2(verified.exitCode == 0, verified.all());
        for (const auto& [name, dataset] : Reports) {
            const auto& shapes = reportShapes();
            const auto shape =
                std::find_if(shapes.begin(), shapes.end(), [&](const ReportShape& s) { return s.name == name; });
            Wanted wanted;
            wanted.report = name;
            wanted.from = Days.first.toIso();
            wanted.to = Days.last.toIso();
            wanted.by = shape->dimensions;
            wanted.ids = true;
            const QStringList absent = daysWithout(dataset, false);
            Rows expected = expectedRows(m_server.data, wanted);
            std::erase_if(expected, [&](const QStringList& row) { return absent.contains(row.front()); });
            const Rows shown = report(name, {QStringLiteral("--ids"), QStringLiteral("--by"), wanted.by.join(u',')});
            Rows lost;
            Rows doubled;
            std::set_difference(expected.begin(), expected.end(), shown.begin(), shown.end(), std::back_inserter(lost));
            std::set_difference(shown.begin(), shown.end(), expected.begin(), expected.end(),
                                std::back_inserter(doubled));
            m_lost += static_cast<int>(lost.size());
            m_doubled += static_cast<int>(doubled.size());
            QVERIFY2(shown == expected, qPrintable(name + u": " + difference(shown, expected)));
        }
    }

    [[nodiscard]] QStringList askedClaudeCodeDays() const {
        QStringList days;
        for (const FakeRequest& request : m_server.requests()) {
            if (!request.path.endsWith(u"claude_code")) continue;
            const QString day = request.query.section(QStringLiteral("starting_at="), 1).left(10);
            if (!days.contains(day)) days << day;  // its further pages name it again
        }
        days.sort();
        return days;
    }

    FakeAdminServer m_server;
    CliHome m_home;
    QRandomGenerator m_dice;
    int m_lost = 0;
    int m_doubled = 0;
};

QTEST_GUILESS_MAIN(Kills)
#include "tst_kills.moc"
