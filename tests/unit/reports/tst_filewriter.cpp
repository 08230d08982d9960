#include "app/export/filewriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
