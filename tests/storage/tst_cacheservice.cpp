// The two threads: answers in order, superseded readings end at once, and no promise is left behind.
#include "cachefixture.h"
#include "storage/cacheservice.h"

#include <QSemaphore>
#include <QThread>

using namespace tokenledger;
using namespace tokenledger::test;

class CacheServiceTest : public QObject {
    Q_OBJECT
private slots:
    void opensWriterAndReader();
    void readsInTheOrderAsked();
    void supersededReadingsEndCancelled();
    void aLongQueryIsInterrupted();
    void supersedingNothingHarmsNothing();
    void destructionFulfilsEveryPromise();
    void aReadOnlyServiceDoesNotWrite();
    void openingFailsInPlainWords();
    void useBeforeOpeningIsAnError();
    void aReadingSeesOneState();
};

namespace {

using Read = QFuture<Result<int>>;

Read plainRead(CacheService& service, int value) {
    return service.read([value](const CacheReader&) -> Result<int> { return value; });
}

/// A reading that waits for `go` and then asks the cache once.
Read heldRead(CacheService& service, QSemaphore& started, QSemaphore& go) {
    return service.read([&started, &go](const CacheReader& reader) -> Result<int> {
        started.release();
        go.acquire();
        const auto extent = reader.extent();
        if (!extent) return tl::make_unexpected(extent.error());
        return 1;
    });
}

QFuture<Result<StoreResult>> storeDay(CacheService& service, UtcDay when, std::int64_t nano) {
    return service.write([when, nano](CacheWriter& writer) -> Result<StoreResult> {
        CostPageBuilder page;
        page.bucket(when, {{QStringLiteral("w"), QStringLiteral("d"), {}, QStringLiteral("m"), nano}});
        return writer.storeCost(page.page(), {when, when}, true, answered(at("2026-11-20T00:00:00Z")));
    });
}

}  // namespace

void CacheServiceTest::opensWriterAndReader() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(!QFileInfo::exists(file.path()));
    auto opened = service.open();
    auto early = plainRead(service, 7);  // asked before the file is there
    QVERIFY(opened.result().has_value());
    QCOMPARE(*early.result(), 7);
    QVERIFY(storeDay(service, day("2026-11-01"), 3).result().has_value());
    const auto extent = service.read([](const CacheReader& reader) { return reader.extent(); }).result();
    QCOMPARE(**extent, days("2026-11-01", "2026-11-01"));
    QVERIFY(!CacheWriter::open(file.path()));  // this service is the one writer
}

void CacheServiceTest::readsInTheOrderAsked() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(service.open().result().has_value());
    std::vector<int> order;  // used in the reader's thread only, until the last future is done
    Read last;
    for (int i = 0; i < 50; ++i) {
        last = service.read([&order, i](const CacheReader&) -> Result<int> {
            order.push_back(i);
            return i;
        });
    }
    QCOMPARE(*last.result(), 49);
    QCOMPARE(order.size(), 50U);
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void CacheServiceTest::supersededReadingsEndCancelled() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(service.open().result().has_value());
    QSemaphore started;
    QSemaphore go;
    auto underWay = heldRead(service, started, go);
    auto waiting = plainRead(service, 2);
    started.acquire();
    service.supersedeReads();
    auto newer = plainRead(service, 3);
    go.release();
    QCOMPARE(underWay.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(waiting.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(*newer.result(), 3);
    // And the one after it can ask the cache again.
    go.release();
    QCOMPARE(*heldRead(service, started, go).result(), 1);

    // A reading that asks nothing any more is too old all the same.
    auto finishing = service.read([&](const CacheReader&) -> Result<int> {
        started.release();
        go.acquire();
        return 4;
    });
    started.acquire(2);
    service.supersedeReads();
    go.release();
    QCOMPARE(finishing.result().error().kind, ErrorKind::Cancelled);
}

void CacheServiceTest::aLongQueryIsInterrupted() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(service.open().result().has_value());
    QVERIFY(storeDay(service, day("2026-11-01"), 3).result().has_value());
    QSemaphore started;
    auto endless = service.read([&started](const CacheReader& reader) -> Result<int> {
        started.release();
        while (true) {  // only an error ends it
            const auto rows = reader.cost({days("2020-01-01", "2026-12-31"), Interval::Day, {}, {}});
            if (!rows) return tl::make_unexpected(rows.error());
        }
    });
    started.acquire();
    service.supersedeReads();
    QCOMPARE(endless.result().error().kind, ErrorKind::Cancelled);
}

void CacheServiceTest::supersedingNothingHarmsNothing() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(service.open().result().has_value());
    for (int i = 0; i < 200; ++i) {
        service.supersedeReads();
        const auto extent = service.read([](const CacheReader& reader) { return reader.extent(); }).result();
        QVERIFY2(extent.has_value(), qPrintable(extent ? QString() : extent.error().message));
    }
}

void CacheServiceTest::destructionFulfilsEveryPromise() {
    const CacheFile file;
    for (int round = 0; round < 20; ++round) {
        std::vector<Read> reads;
        std::vector<QFuture<Result<StoreResult>>> writes;
        QFuture<Result<void>> opened;
        {
            CacheService service(file.path(), CacheService::Mode::ReadWrite);
            opened = service.open();
            for (int i = 0; i < 30; ++i) {
                reads.push_back(plainRead(service, i));
                writes.push_back(storeDay(service, day("2026-11-01") + i, i));
            }
        }
        QVERIFY(opened.isFinished());
        for (Read& read : reads) {
            QVERIFY(read.isFinished());
            QCOMPARE(read.resultCount(), 1);
            const Result<int> result = read.result();
            QVERIFY(result || result.error().kind == ErrorKind::Cancelled);
        }
        for (auto& write : writes) {
            QCOMPARE(write.resultCount(), 1);
            const Result<StoreResult> result = write.result();
            QVERIFY(result || result.error().kind == ErrorKind::Cancelled);
        }
        QVERIFY(CacheWriter::open(file.path()).has_value());  // the lock went with the service
    }
    QVERIFY(valueOf(file.reader()->verify()).empty());
}

void CacheServiceTest::aReadOnlyServiceDoesNotWrite() {
    const CacheFile file;
    valueOf(CacheWriter::open(file.path()));
    CacheService service(file.path(), CacheService::Mode::ReadOnly);
    QVERIFY(service.open().result().has_value());
    const auto refused = storeDay(service, day("2026-11-01"), 3).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Cache);
    QCOMPARE(*plainRead(service, 1).result(), 1);
    QVERIFY(CacheWriter::open(file.path()).has_value());  // it holds no lock
}

void CacheServiceTest::openingFailsInPlainWords() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadOnly);
    const auto opened = service.open().result();
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(QStringLiteral("There is no cache")));
    QCOMPARE(plainRead(service, 1).result().error().message, opened.error().message);

    const auto writer = file.writer();
    CacheService second(file.path(), CacheService::Mode::ReadWrite);
    const auto locked = second.open().result();
    QVERIFY(!locked);
    QVERIFY(locked.error().message.contains(QStringLiteral("Another window or sync")));
    QCOMPARE(storeDay(second, day("2026-11-01"), 3).result().error().message, locked.error().message);
}

void CacheServiceTest::useBeforeOpeningIsAnError() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QCOMPARE(plainRead(service, 1).result().error().kind, ErrorKind::Internal);
    QCOMPARE(storeDay(service, day("2026-11-01"), 3).result().error().kind, ErrorKind::Internal);
    QVERIFY(!QFileInfo::exists(file.path()));
}

void CacheServiceTest::aReadingSeesOneState() {
    const CacheFile file;
    CacheService service(file.path(), CacheService::Mode::ReadWrite);
    QVERIFY(service.open().result().has_value());
    QVERIFY(storeDay(service, day("2026-11-01"), 3).result().has_value());
    QSemaphore started;
    QSemaphore go;
    auto sums = service.read([&](const CacheReader& reader) -> Result<int> {
        const FactQuery query{days("2026-11-01", "2026-11-30"), Interval::Day, {}, {}};
        const auto before = reader.cost(query);
        started.release();
        go.acquire();
        const auto after = reader.cost(query);
        if (!before || !after) return tl::make_unexpected(Error{});
        return static_cast<int>(before->size() * 10 + after->size());
    });
    started.acquire();
    QVERIFY(storeDay(service, day("2026-11-02"), 4).result().has_value());
    go.release();
    QCOMPARE(*sums.result(), 11);
}

QTEST_GUILESS_MAIN(CacheServiceTest)
#include "tst_cacheservice.moc"
