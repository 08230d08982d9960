// What disks and files do to a cache: each ends with the exit code of the contract, a plain sentence, and what was
// there before as readable as before. Wrong files, newer schemas and read-only folders are tst_clibadcache's; a second
// sync is tst_clistops's.
#include "tests/e2e/clihome.h"
#include "tests/e2e/faultyorganization.h"
#include "tests/e2e/smallorganization.h"
#include "tests/support/ordinaryrights.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <SQLiteCpp/Database.h>
#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace tokenledger;
using namespace tokenledger::test;

namespace {

const DateRange Days = {UtcDay::fromDate(2026, 10, 21), UtcDay::fromDate(2026, 11, 20)};

const QList<QByteArray> BillAndUsage = {"cost --by workspace,description", "usage --by api_key,model"};
const QList<QByteArray> AllReports = BillAndUsage + QList<QByteArray>{"claude-code --by user"};

/// A folder on a disk of its own, where the test may mount one.
class SmallDisk {
public:
    SmallDisk(const QString& folder, int kilobytes) : m_folder(QFile::encodeName(folder)) {
        QDir().mkpath(folder);
        const QByteArray options = "size=" + QByteArray::number(kilobytes) + 'k';
        m_isMounted = ::mount("tokenledger-test", m_folder.constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~SmallDisk() {
        if (m_isMounted) ::umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

}  // namespace

class Disk : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dice.seed(20'261'120);
        m_server = std::make_unique<FakeAdminServer>();
        m_server->data = randomOrganization(m_dice, Days);
        m_home = std::make_unique<CliHome>();
        m_cache = m_home->cache();
        setNow(QStringLiteral("2026-11-20T13:42:00Z"));
    }

    // No file may grow beyond a limit, a little larger each time: writing fails at one place after the other.
    void filesThatCannotGrow() {
        QCOMPARE(sync("2026-11-15").exitCode, 0);
        const QByteArray before = figures("2026-11-15");
        const qint64 size = QFile(m_cache).size();
        int refused = 0;
        for (qint64 limit = size / 2; limit < 4 * size; limit += size / 3) {
            m_largestFile = limit;
            const CliRun run = sync("2026-10-21");
            m_largestFile.reset();
            QVERIFY2(run.exitCode == 0 || run.exitCode == 5, run.all());
            if (run.exitCode == 0) break;
            ++refused;
            verifyPlain(run);
            QVERIFY2(run.err.contains("Free some space") || run.err.contains("space"), run.err);
            verifySound();
            QCOMPARE(figures("2026-11-15"), before);
        }
        QVERIFY(refused >= 3);
        verifyAllComes();
    }

    void noSpaceForANewCache() {
        m_largestFile = 2048;
        const CliRun run = sync("2026-11-15");
        m_largestFile.reset();
        QVERIFY2(run.exitCode == 5, run.all());
        verifyPlain(run);
        verifyAllComes();
    }

    void fullDisk() {
        const QString folder = m_home->path(QStringLiteral("disk"));
        const SmallDisk disk(folder, 8192);
        if (!disk.isMounted()) QSKIP("no disk can be mounted here");
        m_cache = folder + QStringLiteral("/org.tokenledger");
        QCOMPARE(sync("2026-11-15").exitCode, 0);
        const QByteArray before = figures("2026-11-15");
        QFile rest(folder + QStringLiteral("/rest"));
        QVERIFY(rest.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (rest.write(QByteArray(1024, 'x')) == 1024) continue;
        const CliRun run = sync("2026-10-21");
        QVERIFY2(run.exitCode == 5, run.all());
        verifyPlain(run);
        QVERIFY2(run.err.contains("full"), run.err);
        QCOMPARE(figures("2026-11-15"), before);
        verifySound();
        QVERIFY(rest.remove());
        verifyAllComes();
    }

    void folderThatMayNotBeWritten() {
        const QString folder = m_home->path(QStringLiteral("shut"));
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        m_cache = folder + QStringLiteral("/org.tokenledger");
        m_hasOrdinaryRights = true;
        const CliRun run = sync("2026-11-15");
        m_hasOrdinaryRights = false;
        QVERIFY2(run.exitCode == 5, run.all());
        verifyPlain(run);
        QVERIFY(QDir(folder).isEmpty());
    }

    // By a program that is not ours, and does not know our lock. Reports go on.
    void lockedByAnotherProgram() {
        QCOMPARE(sync("2026-11-15").exitCode, 0);
        const QByteArray before = figures("2026-11-15");
        {
            SQLite::Database other(m_cache.toStdString(), SQLite::OPEN_READWRITE);
            other.exec("BEGIN IMMEDIATE");
            const CliRun run = sync("2026-10-21");
            QVERIFY2(run.exitCode == 5, run.all());
            verifyPlain(run);
            QVERIFY2(run.err.contains("locked by another program"), run.err);
            QCOMPARE(figures("2026-11-15"), before);
        }
        verifyAllComes();
    }

    // Bytes that a disk changed: verify tells when the bill or the usage is not what was stored. (Claude Code figures
    // are stored once only, so that nothing in the file tells a changed one.)
    void damagedBytes() {
        QCOMPARE(sync("2026-10-21").exitCode, 0);
        const QByteArray before = figures("2026-10-21", BillAndUsage);
        const QByteArray whole = m_home->readFile(QStringLiteral("org.tokenledger"));
        int seen = 0;
        for (int damage = 0; damage < 40; ++damage) {
            QByteArray damaged = whole;
            for (int i = m_dice.bounded(4); i >= 0; --i) {
                const auto place = static_cast<qsizetype>(m_dice.bounded(static_cast<quint32>(damaged.size())));
                damaged[place] = static_cast<char>(damaged[place] ^ (1 << m_dice.bounded(8)));
            }
            m_home->writeFile(QStringLiteral("org.tokenledger"), damaged);
            const CliRun verified = command(words("verify"));
            QVERIFY2(verified.exitCode == 0 || verified.exitCode == 5 || verified.exitCode == 6, verified.all());
            if (verified.exitCode != 0) ++seen;
            const QByteArray after = figures("2026-10-21", BillAndUsage);
            QVERIFY2(after == before || verified.exitCode != 0,
                     QByteArray("damage " + QByteArray::number(damage) + " changes figures, unseen by verify"));
            const CliRun synced = sync("2026-11-15");
            QVERIFY2(synced.exitCode != -1 && synced.exitCode != 1, synced.all());
            for (const char* beside : {"-wal", "-shm"}) QFile::remove(m_cache + QLatin1String(beside));
        }
        QVERIFY(seen > 0);
    }

    // A clock that was wrong, or is now: nothing is lost, and the days are final by the time of their own fetch.
    void clockSetBack() {
        QCOMPARE(sync("2026-10-21").exitCode, 0);
        const QByteArray before = figures("2026-10-21");
        setNow(QStringLiteral("2026-11-10T08:00:00Z"));
        const CliRun earlier = sync("2026-10-21");
        QVERIFY2(earlier.exitCode == 0, earlier.all());
        QCOMPARE(figures("2026-10-21"), before);
        verifySound();
        const CliRun status = command(words("status"));
        QVERIFY2(status.exitCode == 0, status.all());
        setNow(QStringLiteral("2026-11-20T14:00:00Z"));
        verifyAllComes();
    }

private:
    void setNow(const QString& now) {
        m_now = now;
        m_server->now = *fromRfc3339(now);
    }

    [[nodiscard]] CliRun command(const QStringList& arguments) const {
        QProcess process;
        process.setProcessEnvironment(m_home->environment);
        process.setChildProcessModifier([limit = m_largestFile, ordinary = m_hasOrdinaryRights] {
            if (limit) {
                const rlimit most = {static_cast<rlim_t>(*limit), static_cast<rlim_t>(*limit)};
                ::signal(SIGXFSZ, SIG_IGN);  // so that writing fails, as on a full disk, instead of ending the program
                if (::setrlimit(RLIMIT_FSIZE, &most) != 0) ::_exit(99);
            }
            if (ordinary && !takeOrdinaryRights()) ::_exit(99);
        });
        process.start(m_home->program,
                      arguments + QStringList{QStringLiteral("--cache"), m_cache, QStringLiteral("--now"), m_now});
        return CliHome::finish(process);
    }
    [[nodiscard]] CliRun sync(const char* since) const {
        return command(words("sync --progress none --base-url") +
                       QStringList{m_server->url().toString(), QStringLiteral("--since"), QString::fromLatin1(since)});
    }
    /// All figures of the range, with their exit codes.
    [[nodiscard]] QByteArray figures(const char* from, const QList<QByteArray>& reports = AllReports) const {
        QByteArray all;
        for (const QByteArray& report : reports) {
            const CliRun run = command(words("report") + words(report) +
                                       words("--to 2026-11-20 --format csv --ids --from") + words(from));
            all += QByteArray::number(run.exitCode) + '\n' + run.out;
            if (run.exitCode == -1) all += "crashed: " + run.err;
        }
        return all;
    }
    void verifySound() const {
        const CliRun run = command(words("verify"));
        QVERIFY2(run.exitCode == 0, run.all());
    }
    /// The next sync brings everything, as a sync into a new cache does.
    void verifyAllComes() {
        const CliRun run = sync("2026-10-21");
        QVERIFY2(run.exitCode == 0, run.all());
        verifySound();
        const QByteArray all = figures("2026-10-21");
        const QString cache = std::exchange(m_cache, m_home->path(QStringLiteral("fresh.tokenledger")));
        QCOMPARE(sync("2026-10-21").exitCode, 0);
        QCOMPARE(all, figures("2026-10-21"));
        m_cache = cache;
    }

    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<CliHome> m_home;
    QRandomGenerator m_dice;
    QString m_cache;
    QString m_now;
    std::optional<qint64> m_largestFile;
    bool m_hasOrdinaryRights = false;
};

QTEST_GUILESS_MAIN(Disk)
#include "tst_disk.moc"
