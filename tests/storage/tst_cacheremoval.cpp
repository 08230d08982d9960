// Deleting a cache: all that belongs to it and nothing else, and never under somebody who has it open.
#include "rawcache.h"
#include "storage/cacheremoval.h"

#include <QFile>
#include <QFileInfo>

using namespace tokenledger;
using namespace tokenledger::test;

class CacheRemovalTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void takesWhatBelongsToIt();
    void whatIsNotThereIsDone();
    void anEmptyFileGoes();
    void aWriterKeepsIt();
    void aReaderKeepsIt();
    void aForeignFileStays();
    void aLinkGoesWithItsFile();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("acme.tokenledger")); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    void write(const QString& name, const QByteArray& bytes) const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void CacheRemovalTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    const auto writer = valueOf(CacheWriter::open(path()));
    storeOneDay(*writer, day("2026-11-01"), 1);
}

void CacheRemovalTest::write(const QString& name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void CacheRemovalTest::takesWhatBelongsToIt() {
    write(QStringLiteral("acme.tokenledger.schema-1.backup"), "old");
    write(QStringLiteral("acme.tokenledger.damaged-2026-11-20-134207"), "damaged");
    write(QStringLiteral("acme.tokenledger.csv"), "an export");
    write(QStringLiteral("acme 2.tokenledger"), "another");
    QVERIFY(removeCache(path()));
    QCOMPARE(files(), (QStringList{QStringLiteral("acme 2.tokenledger"), QStringLiteral("acme.tokenledger.csv")}));
    QVERIFY(CacheWriter::open(path()));  // and the name is free again
}

void CacheRemovalTest::whatIsNotThereIsDone() {
    QVERIFY(removeCache(m_folder->filePath(QStringLiteral("nothing.tokenledger"))));
    QVERIFY(removeCache(m_folder->filePath(QStringLiteral("no folder/nothing.tokenledger"))));
}

void CacheRemovalTest::anEmptyFileGoes() {
    write(QStringLiteral("empty.tokenledger"), {});
    QVERIFY(removeCache(m_folder->filePath(QStringLiteral("empty.tokenledger"))));
    QVERIFY(files().filter(QStringLiteral("empty")).isEmpty());
}

void CacheRemovalTest::aWriterKeepsIt() {
    auto writer = valueOf(CacheWriter::open(path()));
    const auto removed = removeCache(path());
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::Cache);
    storeOneDay(*writer, day("2026-11-02"), 1);
    writer.reset();
    QVERIFY(removeCache(path()));
    QVERIFY(files().isEmpty());
}

void CacheRemovalTest::aReaderKeepsIt() {
    auto reader = valueOf(CacheReader::open(path()));
    QVERIFY(reader->status());
    const auto removed = removeCache(path());
    QVERIFY(!removed);
    QVERIFY2(removed.error().message.contains(QStringLiteral("open in another window")),
             qPrintable(removed.error().message));
    QVERIFY(reader->status());
    reader.reset();
    QVERIFY(removeCache(path()));
    QVERIFY(files().isEmpty());
}

void CacheRemovalTest::aForeignFileStays() {
    write(QStringLiteral("letter.tokenledger"), QByteArray("Dear Sir or Madam, ").repeated(100));
    QVERIFY(!removeCache(m_folder->filePath(QStringLiteral("letter.tokenledger"))));
    QVERIFY(!removeCache(m_folder->path()));
    QVERIFY(files().contains(QStringLiteral("letter.tokenledger")));
    QVERIFY(files().contains(QStringLiteral("acme.tokenledger")));
}

void CacheRemovalTest::aLinkGoesWithItsFile() {
    const QString link = m_folder->filePath(QStringLiteral("link.tokenledger"));
    QVERIFY(QFile::link(path(), link));
    QVERIFY(removeCache(link));
    QVERIFY(files().isEmpty());
}

QTEST_GUILESS_MAIN(CacheRemovalTest)
#include "tst_cacheremoval.moc"
