#include "storage/cacheservice.h"

#include "app/core/texts.h"
#include "storage/sqlerror.h"

#include <QMetaObject>
#include <QMutex>
#include <QMutexLocker>
#include <QObject>
#include <QThread>

#include <atomic>

namespace tokenledger {

namespace {

Error notOpen() { return {ErrorKind::Internal, tr("The cache was used before it was opened."), {}}; }

/// A thread with an event loop, and an object in it that functions are posted to; they run in the order posted.
class Worker {
public:
    explicit Worker(const QString& name) {
        m_thread.setObjectName(name);
        m_object.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker() {
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void()> work) {
        QMetaObject::invokeMethod(&m_object, std::move(work), Qt::QueuedConnection);
    }
    /// Runs everything posted so far, `last` after it, and ends the thread.
    void finish(std::function<void()> last) {
        post([this, last = std::move(last)] {
            last();
            m_thread.quit();
        });
        m_thread.wait();
    }

private:
    QObject m_object;
    QThread m_thread;  // after the object: it is joined before the object goes
};

}  // namespace

struct CacheService::Private {
    Private(QString filePath, Mode fileMode) : path(std::move(filePath)), mode(fileMode) {}

    const QString path;
    const Mode mode;
    std::atomic<bool> closing = false;

    // Used in their own threads only.
    std::unique_ptr<CacheWriter> writer;
    std::unique_ptr<CacheReader> reader;
    Error readerError = notOpen();  // why there is no reader
    Error writerError = notOpen();

    // Under the mutex, an interrupt can only hit a reading that is meant: not the one that begins just after it.
    QMutex mutex;
    std::uint64_t generation = 0;
    CacheReader* reading = nullptr;  // while a reading is under way
    CacheWriter* writing = nullptr;  // the same

    CacheReader* readingApart = nullptr;
    bool stopApart = false;  // also where the reading asked for has not begun

    Worker writerThread{QStringLiteral("cache writer")};
    Worker readerThread{QStringLiteral("cache reader")};
    std::unique_ptr<Worker> apartThread;  // from the first use on

    bool isSuperseded(std::uint64_t asked) {
        const QMutexLocker lock(&mutex);
        return asked != generation;
    }
    /// False when the reading was superseded while it waited.
    bool beginReading(std::uint64_t asked) {
        const QMutexLocker lock(&mutex);
        if (asked != generation) return false;
        reader->resume();
        reading = reader.get();
        return true;
    }
    void endReading() {
        const QMutexLocker lock(&mutex);
        reading = nullptr;
    }
    void openWriter(const std::shared_ptr<QPromise<Result<void>>>& opened) {
        Result<void> result;
        if (closing) {
            result = failure(cancelledError());
        } else if (mode == Mode::ReadWrite && !writer) {
            auto made = CacheWriter::open(path);
            if (made) {
                writer = std::move(*made);
            } else {
                writerError = made.error();
                result = failure(made.error());
            }
        }
        opened->addResult(result);
        opened->finish();
    }
    void setWriting(CacheWriter* now) {
        const QMutexLocker lock(&mutex);
        writing = now;
        if (closing && now != nullptr) now->interruptUpkeep();
    }
    void interruptUpkeep() {
        const QMutexLocker lock(&mutex);
        if (writing != nullptr) writing->interruptUpkeep();
    }
    void beginApart(CacheReader* own) {
        const QMutexLocker lock(&mutex);
        readingApart = own;
        if ((closing || stopApart) && own != nullptr) own->interrupt();
    }
    Result<void> openReader(const Result<void>& writerOpened) {
        Result<void> result = writerOpened;
        if (result && closing) result = failure(cancelledError());
        if (result && !reader) {
            auto made = CacheReader::open(path);
            if (made) {
                reader = std::move(*made);
            } else {
                result = failure(made.error());
            }
        }
        if (!result) readerError = result.error();
        return result;
    }
};

CacheService::CacheService(QString path, Mode mode) : d(std::make_unique<Private>(std::move(path), mode)) {}

CacheService::~CacheService() {
    d->closing = true;
    supersedeReads();
    interruptApart();
    d->interruptUpkeep();
    // Work that has not begun answers, too: nobody is left with a future that never gets a result.
    if (d->apartThread) d->apartThread->finish([] {});
    // The reader first: the last one to close merges the log into the file, which only the writer may.
    d->readerThread.finish([p = d.get()] { p->reader.reset(); });
    d->writerThread.finish([p = d.get()] { p->writer.reset(); });
}

const QString& CacheService::path() const { return d->path; }

CacheService::Mode CacheService::mode() const { return d->mode; }

QFuture<Result<void>> CacheService::open() {
    // The reader needs the file that the writer makes. Its thread waits for that, so that readings asked from now on
    // come after the opening.
    auto writerOpened = std::make_shared<QPromise<Result<void>>>();
    writerOpened->start();
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QFuture<Result<void>> future = promise->future();
    d->writerThread.post([p = d.get(), writerOpened] { p->openWriter(writerOpened); });
    d->readerThread.post([p = d.get(), waited = writerOpened->future(), promise] {
        promise->addResult(p->openReader(waited.result()));
        promise->finish();
    });
    return future;
}

void CacheService::supersedeReads() {
    const QMutexLocker lock(&d->mutex);
    ++d->generation;
    if (d->reading != nullptr) d->reading->interrupt();
}

Error CacheService::supersededError() { return cancelledError(); }

void CacheService::postRead(std::function<void(Result<CacheReader*>, const IsSuperseded&)> work) {
    std::uint64_t asked = 0;
    {
        const QMutexLocker lock(&d->mutex);
        asked = d->generation;
    }
    d->readerThread.post([p = d.get(), asked, work = std::move(work)] {
        const IsSuperseded isSuperseded = [p, asked] { return p->isSuperseded(asked); };
        if (p->closing || p->isSuperseded(asked)) {
            work(failure(cancelledError()), isSuperseded);
        } else if (!p->reader) {
            work(failure(p->readerError), isSuperseded);
        } else if (!p->beginReading(asked)) {
            work(failure(cancelledError()), isSuperseded);
        } else {
            const CacheReader::Snapshot snapshot(*p->reader);
            work(p->reader.get(), isSuperseded);
            p->endReading();
        }
    });
}

void CacheService::interruptApart() {
    const QMutexLocker lock(&d->mutex);
    d->stopApart = true;
    if (d->readingApart != nullptr) d->readingApart->interrupt();
}

void CacheService::postApart(std::function<void(Result<CacheReader*>)> work) {
    {
        const QMutexLocker lock(&d->mutex);
        d->stopApart = false;
    }
    if (!d->apartThread) d->apartThread = std::make_unique<Worker>(QStringLiteral("cache checker"));
    d->apartThread->post([p = d.get(), work = std::move(work)] {
        if (p->closing) return work(failure(cancelledError()));
        const auto reader = CacheReader::open(p->path);
        if (!reader) return work(failure(reader.error()));
        p->beginApart(reader->get());
        work(reader->get());
        p->beginApart(nullptr);
    });
}

void CacheService::postWrite(std::function<void(Result<CacheWriter*>)> work) {
    d->writerThread.post([p = d.get(), work = std::move(work)] {
        if (p->mode == Mode::ReadOnly) {
            work(failure(ErrorKind::Cache,
                         tokenledger::tr("This cache is opened read-only, so nothing can be synced into it.")));
        } else if (p->closing) {
            work(failure(cancelledError()));
        } else if (!p->writer) {
            work(failure(p->writerError));
        } else {
            p->setWriting(p->writer.get());
            work(p->writer.get());
            p->setWriting(nullptr);
        }
    });
}

}  // namespace tokenledger
