// Files that are no cache, or no good one: refused in plain words with the exit code of the contract, and left alone.
#include "tests/e2e/smallorganization.h"
#include "tests/support/ordinaryrights.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tokenledger;
using namespace tokenledger::test;

class CliBadCache : public QObject {
    Q_OBJECT

private slots:
    void init() { m_setup = std::make_unique<SmallSetup>(); }

    void noCacheYet() {
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-02", "status", "verify"}) {
            const CliRun run = m_setup->runOnCache(line);
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
            QVERIFY2(run.err.contains(m_setup->home.cache().toUtf8()), run.err);
            QVERIFY(!QFile::exists(m_setup->home.cache()));
        }
    }

    void notACache_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("This is no database, and long enough to be looked at.\n").repeated(100);
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("one zero byte") << QByteArray(1, '\0');
        QTest::newRow("cut SQLite header") << QByteArray("SQLite format 3\0\x10\0", 18);
        QTest::newRow("SQLite header, then rubbish")
            << QByteArray("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20", 24) + QByteArray("rubbish ").repeated(4096);
    }

    void notACache() {
        QFETCH(QByteArray, bytes);
        m_setup->home.writeFile(QStringLiteral("org.tokenledger"), bytes);
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-02", "status", "verify"}) {
            const CliRun run = m_setup->runOnCache(line);
            QVERIFY2(run.exitCode == 5, run.all());
            verifyPlain(run);
        }
        const CliRun run = m_setup->sync();
        QVERIFY2(run.exitCode == 5, run.err);
        QCOMPARE(m_setup->home.readFile(QStringLiteral("org.tokenledger")),
                 bytes);  // whatever it is, it is not ours to change
    }

    void emptyFileIsANewCache() {
        m_setup->home.writeFile(QStringLiteral("org.tokenledger"), {});
        const CliRun status = m_setup->runOnCache("status");
        QVERIFY2(status.exitCode == 5, status.all());
        QVERIFY2(status.err.contains("empty"), status.err);
        QCOMPARE(m_setup->sync().exitCode, 0);
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

    void noOrdinaryFile() {
        const QString pipe = m_setup->home.path(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString socket = m_setup->home.path(QStringLiteral("socket"));
        QLocalServer server;
        QVERIFY(server.listen(socket));
        for (const QString& path :
             {pipe, socket, QStringLiteral("/dev/null"), QStringLiteral("/dev/zero"), m_setup->home.path({})}) {
            for (const char* line : {"status", "verify", "report cost --from 2026-11-01 --to 2026-11-02", "sync"}) {
                const CliRun run = m_setup->home.run(m_setup->withServer(words(line), path));
                QVERIFY2(run.exitCode == 5, run.all());
                verifyPlain(run);
                QVERIFY2(run.err.contains("not a cache file"), run.err);
            }
        }
        QVERIFY(m_setup->server.requests().empty());
    }

    // Amounts and tokens of which one is held exactly, but not the sum of two.
    void sumsThatDoNotFit() {
        m_setup->server.data.cost[0].cents = QStringLiteral("900000000000");
        m_setup->server.data.usage[0].measures.output = 9'000'000'000'000'000'000;
        m_setup->server.data.cost.push_back(m_setup->server.data.cost[0]);
        m_setup->server.data.cost[1].day = *UtcDay::fromIso(u"2026-10-30");
        m_setup->server.data.usage.push_back(m_setup->server.data.usage[0]);
        m_setup->server.data.usage[1].start = m_setup->server.data.cost[1].day.startSeconds();
        const CliRun synced = m_setup->home.run(m_setup->withServer(words("sync --since 2026-10-25")));
        QVERIFY2(synced.exitCode == 0, synced.all());
        for (const char* report : {"cost", "usage", "overview"}) {
            const CliRun run = m_setup->runOnCache("report " + QByteArray(report) +
                                                   " --interval total --from 2026-10-25 --to 2026-11-20");
            QVERIFY2(run.exitCode == 2, run.all());
            verifyPlain(run);
            QVERIFY2(run.err.contains("too large to hold exactly. Choose a shorter range."), run.err);
            QVERIFY(run.out.isEmpty());
        }
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,9000000000.00\r\n"));
        const CliRun verified = m_setup->runOnCache("verify");
        QVERIFY2(verified.exitCode == 0, verified.all());
    }

    void damagedAndSetAside() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const QByteArray damaged = m_setup->home.readFile(QStringLiteral("org.tokenledger")).left(8192 + 100);
        m_setup->home.writeFile(QStringLiteral("org.tokenledger"), damaged);
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-20", "status", "verify"}) {
            const CliRun run = m_setup->runOnCache(line);
            QVERIFY2(run.exitCode == 5, run.all());
            verifyPlain(run);
            QVERIFY2(run.err.contains("tokenledger-cli set-aside"), run.err);
        }
        QCOMPARE(m_setup->sync().exitCode, 5);
        QCOMPARE(m_setup->home.readFile(QStringLiteral("org.tokenledger")), damaged);

        const CliRun aside = m_setup->runOnCache("set-aside --now 2026-11-20T13:42:00Z");
        QVERIFY2(aside.exitCode == 0, aside.all());
        const QString kept = QStringLiteral("org.tokenledger.damaged-2026-11-20-134200");
        QVERIFY2(aside.out.contains(m_setup->home.path(kept).toUtf8()), aside.out);
        QCOMPARE(m_setup->home.readFile(kept), damaged);
        QCOMPARE(m_setup->sync().exitCode, 0);
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
        QCOMPARE(m_setup->runOnCache("verify").exitCode, 0);
    }

    void setAsideWantsAReason() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const CliRun sound = m_setup->runOnCache("set-aside");
        QVERIFY2(sound.exitCode == 2, sound.all());
        QVERIFY2(sound.err.contains("is sound"), sound.err);
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
        const QByteArray letter = QByteArray("Dear Sir or Madam, ").repeated(100);
        m_setup->home.writeFile(QStringLiteral("letter.txt"), letter);
        const QStringList ofLetter{QStringLiteral("set-aside"), QStringLiteral("--cache"),
                                   m_setup->home.path(QStringLiteral("letter.txt"))};
        const CliRun other = m_setup->home.run(ofLetter);
        QVERIFY2(other.exitCode == 2, other.all());
        QCOMPARE(m_setup->home.readFile(QStringLiteral("letter.txt")), letter);
        QVERIFY(!QFile::exists(m_setup->home.path(QStringLiteral("letter.txt.lock"))));

        const CliRun meant = m_setup->runOnCache("set-aside --yes");
        QVERIFY2(meant.exitCode == 0, meant.all());
        QVERIFY(!QFile::exists(m_setup->home.cache()));
    }

    void anotherProgramsDatabase() {
        {
            SQLite::Database other(m_setup->home.cache().toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE precious (thing TEXT); INSERT INTO precious VALUES ('keep me')");
        }
        QCOMPARE(m_setup->sync().exitCode, 5);
        QCOMPARE(m_setup->runOnCache("status").exitCode, 5);
        SQLite::Database other(m_setup->home.cache().toStdString());
        QCOMPARE(other.execAndGet("SELECT thing FROM precious").getString(), std::string("keep me"));
    }

    void newerCacheIsRefusedAndKept() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        int version = 0;
        {
            SQLite::Database cache(m_setup->home.cache().toStdString(), SQLite::OPEN_READWRITE);
            version = cache.execAndGet("PRAGMA user_version").getInt();
            cache.exec("PRAGMA user_version = 9999");
        }
        for (const char* line : {"report cost --from 2026-11-01 --to 2026-11-20", "status", "verify"}) {
            const CliRun run = m_setup->runOnCache(line);
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
            QVERIFY2(run.err.contains("newer"), run.err);
        }
        QCOMPARE(m_setup->sync().exitCode, 5);
        {
            SQLite::Database cache(m_setup->home.cache().toStdString(), SQLite::OPEN_READWRITE);
            QCOMPARE(cache.execAndGet("PRAGMA user_version").getInt(), 9999);
            cache.exec("PRAGMA user_version = " + std::to_string(version));
        }
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

    void truncatedCache() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        const QByteArray whole = m_setup->home.readFile(QStringLiteral("org.tokenledger"));
        m_setup->home.writeFile(QStringLiteral("org.tokenledger"), whole.left(whole.size() / 2));
        QFile::remove(m_setup->home.cache() + QStringLiteral("-wal"));
        QFile::remove(m_setup->home.cache() + QStringLiteral("-shm"));
        const CliRun run = m_setup->runOnCache("verify");
        QVERIFY2(run.exitCode == 5, run.all());
        const CliRun report = m_setup->runOnCache("report cost --from 2026-11-01 --to 2026-11-20");
        QVERIFY2(report.exitCode == 5, report.all());
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
        QCOMPARE(m_setup->sync().exitCode, 0);
        QCOMPARE(m_setup->runOnCache("verify").exitCode, 0);
        {
            SQLite::Database cache(m_setup->home.cache().toStdString(), SQLite::OPEN_READWRITE);
            QVERIFY(cache.exec(statement.toStdString()) > 0);
        }
        const CliRun run = m_setup->runOnCache("verify");
        QVERIFY2(run.exitCode == 6, run.all());
        QVERIFY(run.out.size() > 20);  // says what differs
    }

    void readOnlyCacheIsReadButNotWritten() {
        // Permissions stop everybody but root, so the program runs without that right of root's.
        QCOMPARE(m_setup->sync().exitCode, 0);
        QVERIFY(QDir().mkdir(m_setup->home.path(QStringLiteral("shared"))));
        const QString copy = m_setup->home.path(QStringLiteral("shared/copy.tokenledger"));
        QVERIFY(QFile::copy(m_setup->home.cache(), copy));
        const QByteArray before = m_setup->home.readFile(QStringLiteral("shared/copy.tokenledger"));
        const auto everybodyReads = QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
        const auto everybodyEnters =
            everybodyReads | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(QFile::copy(m_setup->home.program, m_setup->home.path(QStringLiteral("cli"))));
        QVERIFY(QFile::setPermissions(m_setup->home.path(QStringLiteral("cli")), everybodyEnters));
        QVERIFY(QFile::setPermissions(copy, everybodyReads));
        QVERIFY(QFile::setPermissions(m_setup->home.path(QStringLiteral("shared")), everybodyEnters));
        QVERIFY(QFile::setPermissions(m_setup->home.path(QString()), everybodyEnters));

        const CliRun report = runUnprivileged(
            words("report cost --interval total --format csv --from 2026-11-01 --to 2026-11-20 --cache") << copy);
        const CliRun written = runUnprivileged(m_setup->withServer(words("sync"), copy));
        QVERIFY(QFile::setPermissions(m_setup->home.path(QString()), everybodyEnters | QFileDevice::WriteOwner));
        QVERIFY(QFile::setPermissions(m_setup->home.path(QStringLiteral("shared")),
                                      everybodyEnters | QFileDevice::WriteOwner));
        QVERIFY2(report.exitCode == 0, report.err);
        QCOMPARE(report.out, QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
        QVERIFY2(written.exitCode == 5, written.all());
        verifyPlain(written);
        QCOMPARE(m_setup->home.readFile(QStringLiteral("shared/copy.tokenledger")), before);
    }

    void cacheWhereNothingCanBeCreated() {
        for (const char* path : {"/proc/cache.tokenledger", "/dev/null/cache.tokenledger"}) {
            const CliRun run = m_setup->home.run(m_setup->withServer(words("sync"), QString::fromLatin1(path)));
            QVERIFY2(run.exitCode == 5, run.err);
            verifyPlain(run);
        }
    }

    void cacheOfAnotherOrganizationIsNotMixed() {
        QCOMPARE(m_setup->sync().exitCode, 0);
        m_setup->server.data.organizationId = QStringLiteral("99999999-2222-4333-8444-555555555555");
        m_setup->server.data.organizationName = QStringLiteral("Others");
        m_setup->server.data.cost[0].cents = QStringLiteral("777");
        const CliRun run = m_setup->sync();
        QCOMPARE(run.exitCode, 5);
        verifyPlain(run);
        QCOMPARE(m_setup->costTotal(), QByteArray("period,amount_usd\r\ntotal,12.50\r\n"));
    }

private:
    [[nodiscard]] CliRun runUnprivileged(const QStringList& arguments) const {
        QProcess process;
        process.setProcessEnvironment(m_setup->home.environment);
        process.setWorkingDirectory(m_setup->home.path(QStringLiteral("shared")));
        process.setChildProcessModifier([] {
            if (!takeOrdinaryRights()) ::_exit(99);
        });
        process.start(m_setup->home.path(QStringLiteral("cli")), arguments);
        return CliHome::finish(process);
    }

    std::unique_ptr<SmallSetup> m_setup;
};

QTEST_GUILESS_MAIN(CliBadCache)
#include "tst_clibadcache.moc"
