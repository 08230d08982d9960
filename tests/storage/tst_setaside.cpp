// A damaged cache is set aside: kept byte for byte with its log, and in the way of nothing.
#include "rawcache.h"
#include "storage/setaside.h"

#include <QFile>
#include <QFileInfo>

using namespace tokenledger;
using namespace tokenledger::test;

class SetAsideTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aDamagedCacheIsKeptAndMakesRoom();
    void itsLogIsNotPlayedIntoTheFreshOne();
    void twiceInOneSecond();
    void aLinkGoesOnWorking();
    void aWriterKeepsIt();
    void whatIsNoFile();
    void aFolderThatTakesNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("acme.tokenledger")); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] QByteArray bytes(const QString& file) const {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void write(const QString& file, const QByteArray& content) const {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(content) == content.size());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    const QDateTime m_now{QDate(2026, 11, 20), QTime(13, 42, 7), Qt::UTC};
};

void SetAsideTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    storeOneDay(*valueOf(CacheWriter::open(path())), day("2026-11-01"), 1);
}

void SetAsideTest::aDamagedCacheIsKeptAndMakesRoom() {
    const QByteArray damaged = bytes(path()).left(8192 + 100);
    write(path(), damaged);
    const QString kept = valueOf(setCacheAside(path(), m_now));
    QCOMPARE(kept, path() + QStringLiteral(".damaged-2026-11-20-134207"));
    QCOMPARE(bytes(kept), damaged);
    QVERIFY(!QFileInfo::exists(path()));
    storeOneDay(*valueOf(CacheWriter::open(path())), day("2026-11-02"), 1);
    const auto reader = valueOf(CacheReader::open(path()));
    QCOMPARE(valueOf(reader->extent()), std::optional(days("2026-11-02", "2026-11-02")));
    QCOMPARE(bytes(kept), damaged);
}

void SetAsideTest::itsLogIsNotPlayedIntoTheFreshOne() {
    // A log that a killed writer left behind: taken while the writer lives, put back when it is gone.
    QByteArray log;
    {
        const auto writer = valueOf(CacheWriter::open(path()));
        const auto reader = valueOf(CacheReader::open(path()));
        storeOneDay(*writer, day("2026-11-03"), 1);
        log = bytes(path() + QStringLiteral("-wal"));
    }
    QVERIFY(!log.isEmpty());
    write(path() + QStringLiteral("-wal"), log);
    const QString kept = valueOf(setCacheAside(path(), m_now));
    QCOMPARE(bytes(kept + QStringLiteral("-wal")), log);
    QVERIFY(!QFileInfo::exists(path() + QStringLiteral("-wal")));
    valueOf(CacheWriter::open(path()));
    QCOMPARE(valueOf(valueOf(CacheReader::open(path()))->extent()), std::optional<DateRange>());
}

void SetAsideTest::twiceInOneSecond() {
    const QString first = valueOf(setCacheAside(path(), m_now));
    valueOf(CacheWriter::open(path()));
    const QString second = valueOf(setCacheAside(path(), m_now));
    QVERIFY(first != second);
    QVERIFY(QFileInfo::exists(first) && QFileInfo::exists(second));
}

void SetAsideTest::aLinkGoesOnWorking() {
    const QString link = m_folder->filePath(QStringLiteral("link.tokenledger"));
    QVERIFY(QFile::link(path(), link));
    const QString kept = valueOf(setCacheAside(link, m_now));
    QCOMPARE(kept, path() + QStringLiteral(".damaged-2026-11-20-134207"));
    storeOneDay(*valueOf(CacheWriter::open(link)), day("2026-11-02"), 1);
    QCOMPARE(valueOf(valueOf(CacheReader::open(path()))->extent()), std::optional(days("2026-11-02", "2026-11-02")));
}

void SetAsideTest::aWriterKeepsIt() {
    const auto writer = valueOf(CacheWriter::open(path()));
    const auto kept = setCacheAside(path(), m_now);
    QVERIFY(!kept);
    QVERIFY2(kept.error().message.contains(QStringLiteral("is writing to the cache")),
             qPrintable(kept.error().message));
    storeOneDay(*writer, day("2026-11-02"), 1);
}

void SetAsideTest::whatIsNoFile() {
    const QStringList before = files();
    QVERIFY(!setCacheAside(m_folder->path(), m_now));
    QVERIFY(!setCacheAside(m_folder->filePath(QStringLiteral("nothing.tokenledger")), m_now));
    QCOMPARE(files(), before);
}

void SetAsideTest::aFolderThatTakesNothing() {
    QFile(path() + QStringLiteral(".lock")).remove();
    const auto readOnly = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly));
    QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther);
    const int found = inChild(true, [this] {
        const auto kept = setCacheAside(path(), m_now);
        return kept ? 1 : kept.error().kind != ErrorKind::Cache ? 2 : 0;
    });
    QVERIFY(QFile::setPermissions(m_folder->path(), readOnly | QFile::WriteOwner));
    QCOMPARE(found, 0);
    QVERIFY(QFileInfo::exists(path()));
}

QTEST_GUILESS_MAIN(SetAsideTest)
#include "tst_setaside.moc"
