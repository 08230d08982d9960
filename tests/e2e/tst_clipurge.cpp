// backup and purge of the real program: nothing is taken without --yes, and then exactly the days that were named.
#include "tests/e2e/clihome.h"

#include <QFileInfo>
#include <QTest>

using namespace tokenledger::test;

class CliPurge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_home.environment.remove(QStringLiteral("ANTHROPIC_ADMIN_KEY"));
        const CliRun run = with("sync --sample --since 2026-10-21 --until 2026-11-19 --datasets usage,cost");
        QVERIFY2(run.exitCode == 0, run.all());
    }

    void backsUpIntoANewFile() {
        m_copy = m_home.path(QStringLiteral("copy of the cache.tokenledger"));
        const CliRun run = with("backup", {m_copy});
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY(QFileInfo::exists(m_copy));
        const CliRun again = with("backup", {m_copy});
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.err.contains("is there already"), again.all());
        QCOMPARE(with("backup").exitCode, 2);
        QCOMPARE(spend(m_copy), spend(m_home.cache()));
    }

    void asksForYes() {
        const QByteArray before = spend(m_home.cache());
        const CliRun run = with("purge --from 2026-11-01 --to 2026-11-03 --datasets cost");
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.out.startsWith("Would purge cost: days 3, rows "), run.all());
        QVERIFY2(run.err.contains("--yes"), run.all());
        QCOMPARE(spend(m_home.cache()), before);
    }

    void refusesWhatIsNotClear() {
        for (const char* line :
             {"purge --yes", "purge --from 2026-11-01 --yes", "purge --from 2026-11-02 --to 2026-11-01 --yes",
              "purge --from 2026-11-01 --to 2026-11-02 --datasets organization --yes",
              "purge --from 2026-11-01 --to 2026-11-02 --datasets cst --yes"}) {
            QVERIFY2(with(line).exitCode == 2, line);
        }
    }

    void purgesTheNamedDays() {
        const CliRun run = with("purge --from 2026-11-01 --to 2026-11-03 --datasets cost --yes");
        QVERIFY2(run.exitCode == 0, run.all());
        QVERIFY2(run.out.startsWith("Purged cost: days 3, rows "), run.all());
        QCOMPARE(with("verify").exitCode, 0);
        const CliRun days = with("report completeness --from 2026-10-31 --to 2026-11-04 --by dataset --format csv");
        for (const char* line : {"2026-10-31,cost,1,0,0,0", "2026-11-01,cost,0,0,1,0", "2026-11-03,cost,0,0,1,0",
                                 "2026-11-04,cost,1,0,0,0", "2026-11-02,usage,1,0,0,0"}) {
            QVERIFY2(days.out.contains(line), days.all());
        }
        // The copy is what it was, and what is left is the copy without these days.
        QCOMPARE(daily(m_home.cache(), "2026-10-21", "2026-10-31"), daily(m_copy, "2026-10-21", "2026-10-31"));
        QCOMPARE(daily(m_home.cache(), "2026-11-04", "2026-11-19"), daily(m_copy, "2026-11-04", "2026-11-19"));
        QVERIFY(daily(m_copy, "2026-11-01", "2026-11-03").count('\n') == 4);
        QVERIFY(daily(m_home.cache(), "2026-11-01", "2026-11-03").count('\n') == 1);
        QVERIFY(with("report sync-log --format csv").out.contains("purge 2026-11-01 .. 2026-11-03"));
        const CliRun twice = with("purge --from 2026-11-01 --to 2026-11-03 --datasets cost --yes");
        QCOMPARE(twice.exitCode, 0);
        QVERIFY2(twice.out.startsWith("The cache holds none of these days."), twice.all());
    }

private:
    [[nodiscard]] CliRun onCache(const QString& cache, QStringList arguments) const {
        return m_home.run(arguments + QStringList{QStringLiteral("--cache"), cache, QStringLiteral("--now"),
                                                  QStringLiteral("2026-11-20T13:42:00Z")});
    }
    [[nodiscard]] CliRun with(const char* line, const QStringList& more = {}) const {
        return onCache(m_home.cache(), words(line) + more);
    }
    [[nodiscard]] QByteArray daily(const QString& cache, const char* first, const char* last) const {
        return onCache(cache,
                       words("report cost --format csv --from") +
                           QStringList{QString::fromLatin1(first), QStringLiteral("--to"), QString::fromLatin1(last)})
            .out;
    }
    [[nodiscard]] QByteArray spend(const QString& cache) const {
        return onCache(cache, words("report cost --format csv --interval total --from 2026-10-21 --to 2026-11-19")).out;
    }

    CliHome m_home;
    QString m_copy;
};

QTEST_GUILESS_MAIN(CliPurge)
#include "tst_clipurge.moc"
