#include "app/export/filewriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace tokenledger;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

}  // namespace

class TestFileWriter : public QObject {
    Q_OBJECT
private slots:
    void writesAndReplaces() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ünit.csv"));
        QVERIFY(writeFileAtomically(path, "first, longer"));
        QVERIFY(writeFileAtomically(path, "second"));
        QCOMPARE(contentOf(path), QByteArray("second"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);  // nothing is left beside it
    }

    void aFolderThatIsNotThere() {
        const QTemporaryDir folder;
        const auto written = writeFileAtomically(folder.filePath(QStringLiteral("none/x.csv")), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Usage);
        QVERIFY(written.error().message.contains(folder.filePath(QStringLiteral("none"))));
        QVERIFY(!QDir(folder.filePath(QStringLiteral("none"))).exists());
    }

    void aFolderIsNoFile() {
        const QTemporaryDir folder;
        const auto written = writeFileAtomically(folder.path(), "x");
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(QStringLiteral("is a folder")));
    }

    // A limit on the size of files stands in for a full disk.
    void aFailedWriteLeavesTheOldFile() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("report.csv"));
        QVERIFY(writeFileAtomically(path, "old"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit small{1'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto written = writeFileAtomically(path, QByteArray(1'000'000, 'x'));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Cache);
        QVERIFY(written.error().message.contains(QStringLiteral("unchanged")));
        QCOMPARE(contentOf(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("report.csv")));
    }

    void noName() { QVERIFY(!writeFileAtomically(QString(), "x")); }

    // The kernel's own files cannot be written beside, not even by root.
    void noPermission() {
        const auto written = writeFileAtomically(QStringLiteral("/proc/version"), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Usage);
        QVERIFY(written.error().message.contains(QStringLiteral("cannot be written")));
    }
};

QTEST_GUILESS_MAIN(TestFileWriter)
#include "tst_filewriter.moc"
