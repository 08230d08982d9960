// Where the results go: to standard output or a file, whole or with an error, never onto a file that is something else,
// and never with control characters of others on a terminal.
#include "tests/e2e/smallorganization.h"
#include "tests/support/faults.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QByteArray Report = "report cost --interval total --format csv --from 2026-11-16 --to 2026-11-20";
const QByteArray Total = "period,amount_usd\r\ntotal,12.50\r\n";

}  // namespace

class CliOutput : public QObject {
    Q_OBJECT

private slots:
    void init() { m_setup = std::make_unique<SmallSetup>(); }

    void aLostResultIsAnError_data() {
        QTest::addColumn<QByteArray>("line");
        for (const char* line :
             {"--help", "--version", "report --help", "status", "status --format json", "verify", "sync --dry-run",
              "sync --since 2026-11-16", "sync --since 2026-11-16 --format json", "key test"}) {
            QTest::newRow(line) << QByteArray(line);
        }
        QTest::newRow("report") << Report;
    }

    void aLostResultIsAnError() {
        QFETCH(QByteArray, line);
        QCOMPARE(m_setup->sync().exitCode, 0);
        for (const bool closed : {false, true}) {
            QProcess process;
            process.setProcessEnvironment(m_setup->home.environment);
            process.setStandardOutputFile(QStringLiteral("/dev/full"));
            if (closed) process.setChildProcessModifier([] { ::close(STDOUT_FILENO); });
            process.start(m_setup->home.program, m_setup->withServer(words(line.constData())));
            const CliRun run = CliHome::finish(process);
            QVERIFY2(run.exitCode == 5, run.all());
            QVERIFY2(run.err.contains("could not be written to standard output"), run.err);
        }
        QCOMPARE(m_setup->costTotal(), Total);
    }

    void devicesAndPipesTakeTheReport() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        QCOMPARE(m_setup->runOnCache(Report + " --output /dev/stdout").out, Total);
        QCOMPARE(m_setup->runOnCache(Report + " --output /dev/null").exitCode, 0);
        QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
        QCOMPARE(m_setup->runOnCache(Report + " --output /dev/full").exitCode, 5);

        const QString pipe = m_setup->home.path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const CliRun unread = m_setup->runOnCache(Report + " --output pipe");
        QVERIFY2(unread.exitCode == 2, unread.all());
        verifyPlain(unread);
        const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        const CliRun piped = m_setup->runOnCache(Report + " --output pipe");
        QVERIFY2(piped.exitCode == 0, piped.all());
        QByteArray got(1000, '\0');
        got.truncate(::read(reader, got.data(), static_cast<std::size_t>(got.size())));
        ::close(reader);
        QCOMPARE(got, Total);
    }

    void openedForAppendingIsAppendedTo() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        m_setup->home.writeFile(QStringLiteral("all.csv"), "before\n");
        QProcess process;
        process.setProcessEnvironment(m_setup->home.environment);
        process.setStandardOutputFile(m_setup->home.path(QStringLiteral("all.csv")), QIODevice::Append);
        process.start(m_setup->home.program, words("report cost --interval total --format csv --from 2026-11-16 --to "
                                                   "2026-11-20 --output /dev/stdout --cache")
                                                 << m_setup->home.cache());
        QCOMPARE(CliHome::finish(process).exitCode, 0);
        QCOMPARE(m_setup->home.readFile(QStringLiteral("all.csv")), "before\n" + Total);
    }

    void linksStayAndTheirTargetIsWritten() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        m_setup->home.writeFile(QStringLiteral("real.csv"), "old");
        QVERIFY(
            QFile::link(m_setup->home.path(QStringLiteral("real.csv")), m_setup->home.path(QStringLiteral("link"))));
        QCOMPARE(m_setup->runOnCache(Report + " --output link").exitCode, 0);
        QVERIFY(QFileInfo(m_setup->home.path(QStringLiteral("link"))).isSymLink());
        QCOMPARE(m_setup->home.readFile(QStringLiteral("real.csv")), Total);
    }

    void cacheAndKeyAreNoTargets() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        QLocalServer server;
        QVERIFY(server.listen(m_setup->home.path(QStringLiteral("socket"))));
        QVERIFY(QFile::link(m_setup->home.cache(), m_setup->home.path(QStringLiteral("link"))));
        m_setup->home.writeFile(QStringLiteral("key"), m_setup->server.key);
        const QByteArray before = m_setup->home.readFile(QStringLiteral("org.tokenledger"));
        const auto refused = [&](const QByteArray& line) {
            const CliRun run = m_setup->runOnCache(line);
            QVERIFY2(run.exitCode == 2, run.all());
            verifyPlain(run);
        };
        for (const char* name : {"org.tokenledger", "./org.tokenledger", "link", "org.tokenledger-wal",
                                 "org.tokenledger-shm", "org.tokenledger.lock"}) {
            refused(Report + " --output " + name);
            refused(Report + " --log " + name);
        }
        refused(Report + " --output socket");
        refused(Report + " --key-file key --log ./key");
        const CliRun fresh = m_setup->runOnCache(Report, words("--log new.tokenledger --cache new.tokenledger"));
        QVERIFY2(fresh.exitCode == 2, fresh.all());
        QVERIFY(!QFile::exists(m_setup->home.path(QStringLiteral("org.tokenledger-wal"))));
        QVERIFY(!QFile::exists(m_setup->home.path(QStringLiteral("new.tokenledger"))));
        QCOMPARE(m_setup->home.readFile(QStringLiteral("org.tokenledger")), before);
        QCOMPARE(m_setup->home.readFile(QStringLiteral("key")), QByteArray(m_setup->server.key));
    }

    // Names are what somebody else typed. On a terminal they move no cursor and forge no line; data stays exact.
    void namesAreHarmlessOnATerminal() {
        const QString evil = QStringLiteral("A\u001b[2J\u009b1m\u202e\u2028\nB\u007f");
        m_setup->server.data.organizationName = evil;
        m_setup->server.data.workspaces = {{QStringLiteral("wrkspc_1"), evil}};
        m_setup->server.data.keys = {{QStringLiteral("apikey_1"), evil, QStringLiteral("wrkspc_1")}};
        m_setup->server.data.cost[0].workspace = QStringLiteral("wrkspc_1");
        m_setup->server.data.cost[0].description = evil;
        m_setup->server.data.usage[0].workspace = QStringLiteral("wrkspc_1");
        m_setup->server.data.usage[0].apiKey = QStringLiteral("apikey_1");
        m_setup->server.data.usage[0].model = evil;
        const CliRun synced = m_setup->sync();
        QVERIFY2(synced.exitCode == 0, synced.all());
        const QByteArray days = " --interval total --from 2026-11-16 --to 2026-11-20";
        std::vector<CliRun> texts{synced, m_setup->home.run(m_setup->withServer(words("key test")))};
        const std::vector<QByteArray> lines{"status", "report cost --by workspace,description" + days,
                                            "report usage --by workspace,api_key,model" + days,
                                            "report usage --where model=\u001b[2J" + days, "report \u001b[2J"};
        for (const QByteArray& line : lines) {
            texts.push_back(m_setup->runOnCache(line));
        }
        for (const CliRun& run : texts) {
            const QString all = QString::fromUtf8(run.out + run.err);
            for (const QChar c : all) {
                const bool harmful = (c < u' ' && c != u'\n') || (c >= u'\u007f' && c <= u'\u009f') ||
                                     (c >= u'\u2028' && c <= u'\u202e') || (c >= u'\u2066' && c <= u'\u2069');
                QVERIFY2(!harmful, qPrintable(all));
            }
            QVERIFY2(!all.contains(QStringLiteral("\nB")), qPrintable(all));
        }
        const QByteArray csv = m_setup->runOnCache("report usage --by model --format csv" + days).out;
        QVERIFY2(csv.contains(evil.toUtf8()), csv);
        QCOMPARE(m_setup->runOnCache("report usage --by model --format json" + days).json()[u"rows"][0][1].toString(),
                 evil);
        QCOMPARE(m_setup->runOnCache("status --format json").json()[u"organization"][u"name"].toString(), evil);
    }

private:
    std::unique_ptr<SmallSetup> m_setup;
};

QTEST_GUILESS_MAIN(CliOutput)
#include "tst_clioutput.moc"
