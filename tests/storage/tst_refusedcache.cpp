// Files that are no cache, or cannot be read or written: refused in plain words, and left as they are.
#include "rawcache.h"
#include "storage/database.h"
#include "storage/schema.h"
#include "storage/sqlerror.h"
#include "storage/statement.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace tokenledger;
using namespace tokenledger::test;

class RefusedCacheTest : public QObject {
    Q_OBJECT
private slots:
    void newerSchemasAreRefused();
    void whatIsNoCacheIsRefused_data();
    void whatIsNoCacheIsRefused();
    void aDamagedCacheIsAPlainError();
    void aFolderThatCannotBeWrittenIsRead();
    void unreadableFilesArePlainErrors();
    void errorsOfTheDiskArePlain_data();
    void errorsOfTheDiskArePlain();
};

void RefusedCacheTest::newerSchemasAreRefused() {
    const CacheFile file;
    valueOf(CacheWriter::open(file.path()));
    rawDatabase(file.path())->exec("PRAGMA user_version = 4711");
    const auto writer = CacheWriter::open(file.path());
    const auto reader = CacheReader::open(file.path());
    QVERIFY(!writer && !reader);
    for (const Error& error : {writer.error(), reader.error()}) {
        QCOMPARE(error.kind, ErrorKind::Cache);
        QVERIFY(error.message.contains(QStringLiteral("newer version of Tokenledger")));
        QVERIFY(error.message.contains(QStringLiteral("4711")));
    }
    QCOMPARE(singleInteger(*rawDatabase(file.path()), "PRAGMA user_version"), 4711);
}

void RefusedCacheTest::whatIsNoCacheIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("text") << QByteArray("Dear diary,\n");
    QTest::newRow("long text") << QByteArray(100'000, 'x');
    QTest::newRow("another program's database") << QByteArray();
}

void RefusedCacheTest::whatIsNoCacheIsRefused() {
    QFETCH(QByteArray, content);
    const CacheFile file;
    if (content.isEmpty()) {
        rawDatabase(file.path())->exec("CREATE TABLE moz_places (id INTEGER)");
        QFile made(file.path());
        QVERIFY(made.open(QIODevice::ReadOnly));
        content = made.readAll();
    } else {
        QFile made(file.path());
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(content);
    }
    const auto writer = CacheWriter::open(file.path());
    const auto reader = CacheReader::open(file.path());
    QVERIFY(!writer && !reader);
    for (const Error& error : {writer.error(), reader.error()}) {
        QVERIFY(error.kind == ErrorKind::Cache || error.kind == ErrorKind::Damaged);
        QVERIFY2(error.message.contains(QStringLiteral("is not a Tokenledger cache")), qPrintable(error.message));
    }
    QFile after(file.path());
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), content);
    QCOMPARE(QDir(file.folder()).entryList(QDir::Files).size(), 1);
}

void RefusedCacheTest::aDamagedCacheIsAPlainError() {
    const CacheFile file;
    valueOf(CacheWriter::open(file.path()));
    QFile raw(file.path());
    QVERIFY(raw.resize(8192 + 100));
    const auto reader = CacheReader::open(file.path());
    QVERIFY(!reader);
    QCOMPARE(reader.error().kind, ErrorKind::Damaged);
    QVERIFY2(reader.error().message.contains(QStringLiteral("damaged")), qPrintable(reader.error().message));
}

void RefusedCacheTest::aFolderThatCannotBeWrittenIsRead() {
    const CacheFile file;
    storeOneDay(*file.writer(), day("2026-11-01"), 5);
    QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    const auto readOnly = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(file.folder(), readOnly));
    QVERIFY(!QFileInfo::exists(file.path() + QStringLiteral("-wal")));
    const int found = inChild(true, [&] {
        const auto reader = CacheReader::open(file.path());
        if (!reader) return 1;
        const auto rows = (*reader)->cost({days("2026-11-01", "2026-11-01"), Interval::Total, {}, {}});
        if (!rows || rows->size() != 1 || rows->front().measures != Money::fromNano(5)) return 2;
        return (*reader)->verify() && (*reader)->verify()->empty() ? 0 : 3;
    });
    QCOMPARE(found, 0);

    // With a log that was never taken over, the file alone would be an old state: refused, with what to do.
    QFile::setPermissions(file.folder(), readOnly | QFile::WriteOwner);
    QFile log(file.path() + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("x");
    log.close();
    log.setPermissions(QFile::ReadOwner | QFile::ReadOther);
    QFile::setPermissions(file.folder(), readOnly);
    const int refused = inChild(true, [&] {
        const auto reader = CacheReader::open(file.path());
        return !reader && reader.error().message.contains(QStringLiteral("-wal")) ? 0 : 1;
    });
    QFile::setPermissions(file.folder(), readOnly | QFile::WriteOwner);
    QCOMPARE(refused, 0);
}

void RefusedCacheTest::unreadableFilesArePlainErrors() {
    const CacheFile file;
    valueOf(CacheWriter::open(file.path()));
    QFile::setPermissions(file.folder(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    const int unreadable = inChild(true, [&] {
        QFile::setPermissions(file.path(), {});
        const auto reader = CacheReader::open(file.path());
        return !reader && reader.error().message.contains(QStringLiteral("You may not read")) ? 0 : 1;
    });
    QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::ReadOther);
    const int readOnly = inChild(true, [&] {
        const auto writer = CacheWriter::open(file.path());
        return !writer && writer.error().message.contains(QStringLiteral("may not be written")) ? 0 : 1;
    });
    const int noFolder = inChild(true, [&] {
        const auto writer = CacheWriter::open(QStringLiteral("/proc/nowhere/cache"));
        return !writer && writer.error().message.contains(QStringLiteral("could not be created")) ? 0 : 1;
    });
    QCOMPARE(unreadable, 0);
    QCOMPARE(readOnly, 0);
    QCOMPARE(noFolder, 0);
    QVERIFY(CacheReader::open(file.folder()).error().message.contains(QStringLiteral("is a folder")));
    QVERIFY(CacheReader::open(file.folder() + QStringLiteral("/none"))
                .error()
                .message.contains(QStringLiteral("There is no cache")));
    QFile empty(file.folder() + QStringLiteral("/empty"));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    QVERIFY(CacheReader::open(empty.fileName()).error().message.contains(QStringLiteral("is empty")));
}

void RefusedCacheTest::errorsOfTheDiskArePlain_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, int code, const char* says, ErrorKind kind = ErrorKind::Cache) {
        QTest::newRow(name) << code << QString::fromLatin1(says) << static_cast<int>(kind);
    };
    row("disk full", SQLITE_FULL, "is full");
    row("damaged", SQLITE_CORRUPT, "damaged", ErrorKind::Damaged);
    row("no database", SQLITE_NOTADB, "not a Tokenledger cache", ErrorKind::Damaged);
    row("locked", SQLITE_BUSY, "locked by another program");
    row("read-only", SQLITE_READONLY_DIRECTORY, "may not be written");
    row("cannot open", SQLITE_CANTOPEN, "cannot be opened");
    row("input or output", SQLITE_IOERR_READ, "Check the disk");
    row("shared memory without room", SQLITE_IOERR_SHMSIZE, "is full");
    row("not written", SQLITE_IOERR_WRITE, "may be full");
    row("over a quota", SQLITE_IOERR_FSYNC, "over a quota");
    row("no locks", SQLITE_IOERR_LOCK, "local disk");
    row("interrupted", SQLITE_INTERRUPT, "Stopped", ErrorKind::Cancelled);
}

void RefusedCacheTest::errorsOfTheDiskArePlain() {
    QFETCH(int, code);
    QFETCH(QString, says);
    QFETCH(int, kind);
    const Error error = cacheError(SQLite::Exception("technical words", code), QStringLiteral("/data/acme.tlcache"));
    QCOMPARE(static_cast<int>(error.kind), kind);
    QVERIFY2(error.message.contains(says), qPrintable(error.message));
    QVERIFY(!error.message.contains(QStringLiteral("technical words")));
    QVERIFY(error.detail.contains(QStringLiteral("technical words")));
}

QTEST_GUILESS_MAIN(RefusedCacheTest)
#include "tst_refusedcache.moc"
