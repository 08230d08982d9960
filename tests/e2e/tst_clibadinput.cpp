// Bad input: each gets a plain sentence and the exit code of the contract, and nothing is lost.
#include "tests/e2e/clihome.h"
#include "tests/support/fakeadminserver.h"
#include "tests/support/faults.h"
#include "tests/support/ordinaryrights.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <unistd.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const QString Now = QStringLiteral("2026-11-20T13:42:00Z");

FakeData smallOrganization() {
    FakeData data;
    FakeCost cost;
    cost.day = *UtcDay::fromIso(u"2026-11-18");
    cost.description = QStringLiteral("Claude Opus 5.5 Usage - Input Tokens");
    cost.model = QStringLiteral("claude-opus-5-5");
    cost.cents = QStringLiteral("1250");
    data.cost = {cost};
    FakeUsage usage;
    usage.start = cost.day.startSeconds();
    usage.model = QStringLiteral("claude-opus-5-5");
    usage.measures = {100, 20, 3, 400, 50, 6};
    data.usage = {usage};
    return data;
}

// One plain sentence on standard error: something to read, no raw answer, no internals.
void verifyPlain(const CliRun& run) {
    QVERIFY2(run.err.contains("tokenledger-cli: "), run.err);
    QVERIFY2(run.err.trimmed().size() > 25, run.err);
    for (const char* internal : {"{\"", "Traceback", "terminate called", "Segmentation", "std::", "<html"}) {
        QVERIFY2(!run.err.contains(internal), run.err);
    }
}

}  // namespace

class CliBadInput : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<FakeAdminServer>();
        m_server->now = *fromRfc3339(Now);
        m_server->data = smallOrganization();
        m_home = std::make_unique<CliHome>();
    }

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
        add("sync --since 2026-11-31", "2026-11-31");
        add("sync --since 2026-11-10 --until 2026-11-09", "2026-11-10");
        add("sync --until 2027-01-01 --now 2026-11-20T13:42:00Z", "2027-01-01");
        add("sync --datasets usage,weather", "weather");
        add("sync --bucket-width 1w", "1w");
        add("sync --progress loud", "loud");
        add("sync everything", "everything");
        add("sync --now noon", "noon");
        add("status --format yaml", "yaml");
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
        const CliRun run = m_home->run(arguments + QStringList{QStringLiteral("--cache"), m_home->cache()});
        QVERIFY2(run.exitCode == 2, run.all());
        verifyPlain(run);
        QVERIFY2(run.err.contains(mentions.toUtf8()), run.err);
        QVERIFY(run.out.isEmpty());
        QVERIFY(!QFile::exists(m_home->cache()));
    }

    void helpAndVersionAreNotErrors() {
        for (const char* line : {"--help", "--version", "report --help", "sync --help"}) {
            const CliRun run = m_home->run(words(line));
            QCOMPARE(run.exitCode, 0);
            QVERIFY(run.out.size() > 10);
            QVERIFY(run.err.isEmpty());
        }
        const QByteArray help = m_home->run(words("report --help")).out;
        for (const char* name :
             {"cost", "usage", "cache", "claude-code", "claude-code-models", "completeness", "sync-log"}) {
            QVERIFY2(help.contains(name), name);
        }
    }

    void noKey() {
        m_home->environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
        QVERIFY2(run.err.contains("key"), run.err);
        QVERIFY(m_server->requests().empty());
    }

    void emptyOrBrokenKeyFile() {
        m_home->writeFile(QStringLiteral("empty"), "\n");
        m_home->writeFile(QStringLiteral("two lines"), "sk-ant-admin01-a\nsk-ant-admin01-b\n");
        for (const char* name : {"empty", "two lines", "missing"}) {
            const CliRun run = sync({QStringLiteral("--key-file"), m_home->path(QString::fromLatin1(name))});
            QVERIFY2(run.exitCode == 3, run.err);
            verifyPlain(run);
            QVERIFY(!run.err.contains("sk-ant-admin01"));
        }
        QVERIFY(m_server->requests().empty());
    }

    void wrongKey() {
        m_home->environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"),
                                   QStringLiteral("sk-ant-admin01-of-somebody-else"));
        const CliRun run = sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
        QVERIFY(!run.err.contains("of-somebody-else"));
        QCOMPARE(m_server->requests().size(), 1U);  // asking again would not help
    }

    void ordinaryKeyIsTriedAndDiagnosed() {
        m_home->environment.insert(QStringLiteral("ANTHROPIC_ADMIN_KEY"), QStringLiteral("sk-ant-api03-ordinary"));
        const CliRun run = m_home->run(withServer(words("key test")));
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.all().contains("dmin"), run.all());  // says that an Admin key is needed
    }

    void noPermission() {
        m_server->inject({.times = Always}, failWith(403, "permission_error"));
        const CliRun run = sync();
        QCOMPARE(run.exitCode, 3);
        verifyPlain(run);
    }

    void noPermissionForOneDatasetKeepsTheOthers() {
        m_server->inject({.path = QStringLiteral("claude_code"), .times = Always}, failWith(403, "permission_error"));
        QCOMPARE(sync().exitCode, 7);
        QCOMPARE(m_server->requestsTo(QStringLiteral("claude_code")), 1);
        QCOMPARE(costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

    void keyOfNoOrganization() {
        m_server->inject({.path = QStringLiteral("organizations/me"), .times = Always},
                         failWith(404, "not_found_error"));
        const CliRun run = m_home->run(withServer(words("key test")));
        QVERIFY(run.exitCode == 3 || run.exitCode == 4);
        QVERIFY2(run.all().contains("organization"), run.all());
    }

    void nobodyListens() {
        const QUrl url = m_server->url();
        m_server.reset();
        const CliRun run = m_home->run({QStringLiteral("sync"), QStringLiteral("--datasets"), QStringLiteral("cost"),
                                        QStringLiteral("--base-url"), url.toString(), QStringLiteral("--cache"),
                                        m_home->cache(), QStringLiteral("--now"), Now});
        QVERIFY2(run.exitCode == 4, run.err);
        verifyPlain(run);
    }

    void redirectIsNotFollowed() {
        FakeAdminServer other;
        other.data = smallOrganization();
        QUrl elsewhere = other.url();
        elsewhere.setPath(QStringLiteral("/v1/organizations/me"));
        m_server->inject({.times = Always}, redirectTo(elsewhere));
        const CliRun run = sync();
        QCOMPARE(run.exitCode, 4);
        verifyPlain(run);
        QVERIFY(other.requests().empty());  // so the key never went there

        elsewhere = m_server->url();  // not even to another path of the same host
        elsewhere.setPath(QStringLiteral("/elsewhere"));
        m_server->clearFaults();
        m_server->inject({.times = Always}, redirectTo(elsewhere));
        QCOMPARE(sync().exitCode, 4);
        QCOMPARE(m_server->requestsTo(QStringLiteral("/elsewhere")), 0);
    }

    void noCacheYet() {
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-02", "status", "verify"}) {
            const CliRun run = m_home->run(words(line) + QStringList{QStringLiteral("--cache"), m_home->cache()});
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
            QVERIFY2(run.err.contains(m_home->cache().toUtf8()), run.err);
            QVERIFY(!QFile::exists(m_home->cache()));
        }
    }

    void notACache_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("This is no database, and long enough to be looked at.\n").repeated(100);
        QTest::newRow("cut SQLite header") << QByteArray("SQLite format 3\0\x10\0", 18);
        QTest::newRow("SQLite header, then rubbish")
            << QByteArray("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24) + QByteArray("rubbish ").repeated(4096);
    }

    void notACache() {
        QFETCH(QByteArray, bytes);
        m_home->writeFile(QStringLiteral("org.tokenledger"), bytes);
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-02", "status", "verify"}) {
            const CliRun run = m_home->run(words(line) + QStringList{QStringLiteral("--cache"), m_home->cache()});
            QVERIFY2(run.exitCode == 5, run.all());
            verifyPlain(run);
        }
        const CliRun run = sync();
        QVERIFY2(run.exitCode == 5, run.err);
        QCOMPARE(m_home->readFile(QStringLiteral("org.tokenledger")),
                 bytes);  // whatever it is, it is not ours to change
    }

    void anotherProgramsDatabase() {
        {
            SQLite::Database other(m_home->cache().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE precious (thing TEXT); INSERT INTO precious VALUES ('keep me')");
        }
        QCOMPARE(sync().exitCode, 5);
        QCOMPARE(m_home->run({QStringLiteral("status"), QStringLiteral("--cache"), m_home->cache()}).exitCode, 5);
        SQLite::Database other(m_home->cache().toStdString());
        QCOMPARE(other.execAndGet("SELECT thing FROM precious").getString(), std::string("keep me"));
    }

    void newerCacheIsRefusedAndKept() {
        QCOMPARE(sync().exitCode, 0);
        int version = 0;
        {
            SQLite::Database cache(m_home->cache().toStdString(), SQLite::OPEN_READWRITE);
            version = cache.execAndGet("PRAGMA user_version").getInt();
            cache.exec("PRAGMA user_version = 9999");
        }
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-20", "status", "verify"}) {
            const CliRun run = m_home->run(words(line) + QStringList{QStringLiteral("--cache"), m_home->cache()});
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
            QVERIFY2(run.err.contains("newer"), run.err);
        }
        QCOMPARE(sync().exitCode, 5);
        {
            SQLite::Database cache(m_home->cache().toStdString(), SQLite::OPEN_READWRITE);
            QCOMPARE(cache.execAndGet("PRAGMA user_version").getInt(), 9999);
            cache.exec("PRAGMA user_version = " + std::to_string(version));
        }
        QCOMPARE(costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

    void truncatedCache() {
        QCOMPARE(sync().exitCode, 0);
        const QByteArray whole = m_home->readFile(QStringLiteral("org.tokenledger"));
        m_home->writeFile(QStringLiteral("org.tokenledger"), whole.left(whole.size() / 2));
        QFile::remove(m_home->cache() + QStringLiteral("-wal"));
        QFile::remove(m_home->cache() + QStringLiteral("-shm"));
        const CliRun run = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
        QVERIFY2(run.exitCode == 5 || run.exitCode == 6, run.all());
        const CliRun report =
            m_home->run(words("report cost --from 2026-11-01 --to 2026-11-20 --cache") << m_home->cache());
        QVERIFY2(report.exitCode == 5 || report.out.contains("12.50"), report.all());
    }

    // A figure changed behind the program's back: verify must see it in facts and in rollups.
    void verifySeesTampering_data() {
        QTest::addColumn<QString>("statement");
        for (const char* statement :
             {"UPDATE cost_fact SET amount_nano = amount_nano + 1", "UPDATE cost_day SET amount_nano = amount_nano + 1",
              "UPDATE cost_month SET amount_nano = amount_nano - 1", "DELETE FROM cost_day",
              "UPDATE usage_fact SET output = output + 1", "UPDATE usage_day SET cache_read = cache_read + 1",
              "UPDATE usage_month SET web_searches = web_searches + 1", "DELETE FROM usage_fact"}) {
            QTest::newRow(statement) << QString::fromLatin1(statement);
        }
    }

    void verifySeesTampering() {
        QFETCH(QString, statement);
        QCOMPARE(sync().exitCode, 0);
        QCOMPARE(m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()}).exitCode, 0);
        {
            SQLite::Database cache(m_home->cache().toStdString(), SQLite::OPEN_READWRITE);
            QVERIFY(cache.exec(statement.toStdString()) > 0);
        }
        const CliRun run = m_home->run({QStringLiteral("verify"), QStringLiteral("--cache"), m_home->cache()});
        QVERIFY2(run.exitCode == 6, run.all());
        QVERIFY(run.out.size() > 20);  // says what differs
    }

    void readOnlyCacheIsReadButNotWritten() {
        // Permissions stop everybody but root, so the program runs without that right of root's.
        QCOMPARE(sync().exitCode, 0);
        QVERIFY(QDir().mkdir(m_home->path(QStringLiteral("shared"))));
        const QString copy = m_home->path(QStringLiteral("shared/copy.tokenledger"));
        QVERIFY(QFile::copy(m_home->cache(), copy));
        const QByteArray before = m_home->readFile(QStringLiteral("shared/copy.tokenledger"));
        const auto everybodyReads = QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
        const auto everybodyEnters =
            everybodyReads | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(QFile::copy(m_home->program, m_home->path(QStringLiteral("cli"))));
        QVERIFY(QFile::setPermissions(m_home->path(QStringLiteral("cli")), everybodyEnters));
        QVERIFY(QFile::setPermissions(copy, everybodyReads));
        QVERIFY(QFile::setPermissions(m_home->path(QStringLiteral("shared")), everybodyEnters));
        QVERIFY(QFile::setPermissions(m_home->path(QString()), everybodyEnters));

        const CliRun report = runUnprivileged(
            words("report cost --interval total --format csv --from 2026-11-01 --to 2026-11-20 --cache") << copy);
        const CliRun written = runUnprivileged(withServer(words("sync"), copy));
        QVERIFY(QFile::setPermissions(m_home->path(QString()), everybodyEnters | QFileDevice::WriteOwner));
        QVERIFY(
            QFile::setPermissions(m_home->path(QStringLiteral("shared")), everybodyEnters | QFileDevice::WriteOwner));
        QVERIFY2(report.exitCode == 0, report.err);
        QCOMPARE(report.out, QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
        QVERIFY2(written.exitCode == 5, written.all());
        verifyPlain(written);
        QCOMPARE(m_home->readFile(QStringLiteral("shared/copy.tokenledger")), before);
    }

    void cacheWhereNothingCanBeCreated() {
        for (const char* path : {"/proc/cache.tokenledger", "/dev/null/cache.tokenledger"}) {
            const CliRun run = m_home->run(withServer(words("sync"), QString::fromLatin1(path)));
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
        }
    }

    void cacheOfAnotherOrganizationIsNotMixed() {
        QCOMPARE(sync().exitCode, 0);
        m_server->data.organizationId = QStringLiteral("99999999-2222-4333-8444-555555555555");
        m_server->data.organizationName = QStringLiteral("Others");
        m_server->data.cost[0].cents = QStringLiteral("777");
        const CliRun run = sync();
        QCOMPARE(run.exitCode, 5);
        verifyPlain(run);
        QCOMPARE(costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

private:
    [[nodiscard]] QStringList withServer(const QStringList& arguments, const QString& cache = {}) const {
        return arguments + QStringList{QStringLiteral("--base-url"), m_server->url().toString(),
                                       QStringLiteral("--cache"),    cache.isEmpty() ? m_home->cache() : cache,
                                       QStringLiteral("--now"),      Now};
    }
    [[nodiscard]] CliRun sync(const QStringList& extra = {}) const {
        return m_home->run(withServer(words("sync --since 2026-11-16")) + extra);
    }
    [[nodiscard]] QByteArray costTotal() const {
        return m_home
            ->run(words("report cost --interval total --format csv --from 2026-11-16 --to 2026-11-20 --cache")
                  << m_home->cache())
            .out;
    }
    [[nodiscard]] CliRun runUnprivileged(const QStringList& arguments) const {
        QProcess process;
        process.setProcessEnvironment(m_home->environment);
        process.setWorkingDirectory(m_home->path(QStringLiteral("shared")));
        process.setChildProcessModifier([] {
            if (!takeOrdinaryRights()) ::_exit(99);
        });
        process.start(m_home->path(QStringLiteral("cli")), arguments);
        return CliHome::finish(process);
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
};

QTEST_GUILESS_MAIN(CliBadInput)
#include "tst_clibadinput.moc"
