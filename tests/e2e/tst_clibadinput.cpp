// Bad input: each gets a plain sentence and the exit code of the contract, and nothing is lost.
#include "tests/e2e/smallorganization.h"
#include "tests/support/faults.h"

#include <QFile>
#include <QTest>

using namespace tokenledger;
using namespace tokenledger::test;

class CliBadInput : public QObject {
    Q_OBJECT

private slots:
    void init() { m_setup = std::make_unique<SmallSetup>(); }

    void wrongUsage_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("mentions");
        const auto add = [](const char* line, const char* mentions) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(mentions);
        };
        add("", "sync");
        add("frobnicate", "frobnicate");
        add("--no-such-option status", "no-such-option");
        add("report", "report");
        add("report spending --from 2026-11-01 --to 2026-11-02", "spending");
        add("report cost", "--from");
        add("report cost --from 2026-11-01", "--to");
        add("report cost --from 2026-02-30 --to 2026-03-01", "2026-02-30");
        add("report cost --from 2026-13-01 --to 2026-13-02", "2026-13-01");
        add("report cost --from 2026-11-1 --to 2026-11-02", "2026-11-1");
        add("report cost --from yesterday --to 2026-11-02", "yesterday");
        add("report cost --from 2026-11-03 --to 2026-11-02", "2026-11-03");
        add("report cost --from 2026-11-01 --to 2026-11-02 --interval fortnight", "fortnight");
        add("report cost --from 2026-11-01 --to 2026-11-02 --by api_key", "api_key");
        add("report cost --from 2026-11-01 --to 2026-11-02 --by moon", "moon");
        add("report usage --from 2026-11-01 --to 2026-11-02 --by model,,workspace", "dimension");
        add("report usage --from 2026-11-01 --to 2026-11-02 --where moon=full", "moon");
        add("report usage --from 2026-11-01 --to 2026-11-02 --where model", "model");
        add("report cost --from 2026-11-01 --to 2026-11-02 --interval hour", "hour");
        add("report cost --from 2026-11-01 --to 2026-11-02 --format xml", "xml");
        add("report cost --from 2026-11-01 --to 2026-11-02 twice", "twice");
        add("report sync-log --from 2026-11-01", "--from");
        add("report sync-log --interval month", "--interval");
        add("sync --since 2026-11-31", "2026-11-31");
        add("sync --since 2026-11-10 --until 2026-11-09", "2026-11-10");
        add("sync --until 2027-01-01 --now 2026-11-20T13:42:00Z", "2027-01-01");
        add("sync --datasets usage,weather", "weather");
        add("sync --bucket-width 1w", "1w");
        add("sync --progress loud", "loud");
        add("sync everything", "everything");
        add("sync --now noon", "noon");
        add("status --format yaml", "yaml");
        add("status quickly", "quickly");
        add("verify org.tokenledger", "org.tokenledger");
        add("key", "set");
        add("key sk-ant-admin01-on-the-command-line", "key");
        add("key set now", "set");
        add("sync --base-url http://example.com", "https");
        add("sync --base-url http://10.0.0.1:8080", "https");
        add("sync --base-url http://127.0.0.1.example.com", "https");
        add("sync --base-url ftp://api.anthropic.com", "https");
        add("sync --base-url nonsense", "https");
    }

    void wrongUsage() {
        QFETCH(QString, line);
        QFETCH(QString, mentions);
        const QStringList arguments = line.split(u' ', Qt::SkipEmptyParts);
        const CliRun run = m_setup->home.run(arguments + QStringList{QStringLiteral("--cache"), m_setup->home.cache()});
        QVERIFY2(run.exitCode == 2, run.all());
        verifyPlain(run);
        QVERIFY2(run.err.contains(mentions.toUtf8()), run.err);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!QFile::exists(m_setup->home.cache()));
    }

    void emptyPaths() {
        for (const char* option : {"--log", "--key-file", "--cache", "--output"}) {
            const QByteArray command =
                option == QByteArray("--output") ? "report sync-log" : "sync --base-url http://127.0.0.1:1";
            QCOMPARE(m_setup->sync().exitCode, 0);
            const CliRun run = m_setup->runOnCache(command, {QString::fromLatin1(option), QString()});
            QVERIFY2(run.exitCode == 2, run.all());
            verifyPlain(run);
        }
    }

    void hoursThatWereNeverFetched() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const CliRun run = m_setup->runOnCache("report usage --interval hour --from 2026-11-18 --to 2026-11-18");
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY2(run.err.contains("--bucket-width 1h"), run.err);
    }

    void aLogThatCannotBeWrittenIsSaidOnce() {
        const CliRun run = m_setup->sync({QStringLiteral("--log"), QStringLiteral("/dev/full")});
        QVERIFY2(run.exitCode == 0, run.all());
        QCOMPARE(run.err.count("The log could not be written"), 1);
    }

    void helpAndVersionAreNotErrors() {
        for (const char* line : {"--help", "--version", "report --help", "sync --help"}) {
            const CliRun run = m_setup->home.run(words(line));
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.out.size() > 10);
            QVERIFY(run.err.isEmpty());
        }
        const QByteArray help = m_setup->home.run(words("report --help")).out;
        for (const char* name :
             {"cost", "usage", "cache", "claude-code", "claude-code-models", "completeness", "sync-log"}) {
            QVERIFY2(help.contains(name), name);
        }
    }

    void noKey() {
        m_setup->home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = m_setup->sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
        QVERIFY2(run.err.contains("key"), run.err);
        QVERIFY(m_setup->server.requests().empty());
    }

    void emptyOrBrokenKeyFile() {
        m_setup->home.writeFile(QStringLiteral("empty"), "\n");
        m_setup->home.writeFile(QStringLiteral("two lines"), "sk-ant-admin01-a\nsk-ant-admin01-b\n");
        for (const char* name : {"empty", "two lines", "missing"}) {
            const CliRun run =
                m_setup->sync({QStringLiteral("--key-file"), m_setup->home.path(QString::fromLatin1(name))});
            QVERIFY2(run.exitCode == 3, run.err);
            verifyPlain(run);
            QVERIFY(!run.err.contains("sk-ant-admin01"));
        }
        QVERIFY(m_setup->server.requests().empty());
    }

    void wrongKey() {
        m_setup->home.environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"),
                                         QStringLiteral("sk-ant-admin01-of-somebody-else"));
        const CliRun run = m_setup->sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
        QVERIFY(!run.err.contains("of-somebody-else"));
        QCOMPARE(m_setup->server.requests().size(), 1U);  // asking again would not help
    }

    void ordinaryKeyIsTriedAndDiagnosed() {
        m_setup->home.environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"),
                                         QStringLiteral("sk-ant-api03-ordinary"));
        const CliRun run = m_setup->home.run(m_setup->withServer(words("key test")));
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.all().contains("dmin"), run.all());  // says that an Admin key is needed
    }

    void noPermission() {
        m_setup->server.inject({.times = Always}, failWith(403, "permission_error"));
        const CliRun run = m_setup->sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
    }

    void noPermissionForOneDatasetKeepsTheOthers() {
        m_setup->server.inject({.path = QStringLiteral("claude_code"), .times = Always},
                               failWith(403, "permission_error"));
        QCOMPARE(m_setup->sync().exitCode, 7);
        QCOMPARE(m_setup->server.requestsTo(QStringLiteral("claude_code")), 1);
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

    void keyOfNoOrganization() {
        m_setup->server.inject({.path = QStringLiteral("organizations/me"), .times = Always},
                               failWith(404, "not_found_error"));
        const CliRun run = m_setup->home.run(m_setup->withServer(words("key test")));
        QVERIFY2(run.exitCode == 4, run.all());
        QVERIFY2(run.out.contains("No organization belongs to this key."), run.all());
    }

    void nobodyListens() {
        const QString url = FakeAdminServer().url().toString();
        const CliRun run =
            m_setup->runOnCache("sync --datasets cost --now 2026-11-20T13:42:00Z --base-url " + url.toUtf8());
        QVERIFY2(run.exitCode == 4, run.err);
        verifyPlain(run);
    }

    void redirectIsNotFollowed() {
        FakeAdminServer other;
        other.data = smallOrganization();
        QUrl elsewhere = other.url();
        elsewhere.setPath(QStringLiteral("/v1/organizations/me"));
        m_setup->server.inject({.times = Always}, redirectTo(elsewhere));
        const CliRun run = m_setup->sync();
        QCOMPARE(run.exitCode, 4);
        verifyPlain(run);
        QVERIFY(other.requests().empty());  // so the key never went there

        elsewhere = m_setup->server.url();  // not even to another path of the same host
        elsewhere.setPath(QStringLiteral("/elsewhere"));
        m_setup->server.clearFaults();
        m_setup->server.inject({.times = Always}, redirectTo(elsewhere));
        QCOMPARE(m_setup->sync().exitCode, 4);
        QCOMPARE(m_setup->server.requestsTo(QStringLiteral("/elsewhere")), 0);
    }

private:
    std::unique_ptr<SmallSetup> m_setup;
};

QTEST_GUILESS_MAIN(CliBadInput)
#include "tst_clibadinput.moc"
