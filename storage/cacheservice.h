// A cache for programs with an event loop: one thread for the writer, one for the reader, futures in between.
#pragma once

#include "storage/cachereader.h"
#include "storage/cachewriter.h"

#include <QFuture>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace tokenledger {

class CacheService {
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Does not touch the file yet. The connections are born, used and closed in their own threads.
    CacheService(QString path, Mode mode);
    /// Interrupts the query under way, finishes the write under way, joins the threads.
    ~CacheService();
    CacheService(const CacheService&) = delete;
    CacheService& operator=(const CacheService&) = delete;

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] Mode mode() const;

    /// Opens writer (unless read-only) and reader.
    [[nodiscard]] QFuture<Result<void>> open();

    /// Runs `work(const CacheReader&) -> Result<T>` in the reader's thread, in the order asked, on one state of the
    /// cache: a sync that commits meanwhile does not show in half of its answers. `work` must be copyable.
    template <typename Work>
    [[nodiscard]] auto read(Work work) -> QFuture<std::invoke_result_t<Work, const CacheReader&>> {
        using R = std::invoke_result_t<Work, const CacheReader&>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postRead(
            [promise, work = std::move(work)](Result<CacheReader*> reader, const IsSuperseded& isSuperseded) mutable {
                R result = reader ? R(work(**reader)) : R(tl::make_unexpected(reader.error()));
                if (reader && isSuperseded()) result = R(tl::make_unexpected(supersededError()));
                promise->addResult(std::move(result));
                promise->finish();
            });
        return future;
    }

    /// Runs `work(CacheWriter&) -> Result<T>` in the writer's thread, in the order asked.
    template <typename Work>
    [[nodiscard]] auto write(Work work) -> QFuture<std::invoke_result_t<Work, CacheWriter&>> {
        using R = std::invoke_result_t<Work, CacheWriter&>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postWrite([promise, work = std::move(work)](Result<CacheWriter*> writer) mutable {
            promise->addResult(writer ? work(**writer) : R(tl::make_unexpected(writer.error())));
            promise->finish();
        });
        return future;
    }

    /// Runs `work(const CacheReader&) -> Result<T>` in a third thread, on a connection of its own: for what takes so
    /// long that queries must not wait behind it. Nothing is held still for it but what the work itself holds.
    template <typename Work>
    [[nodiscard]] auto readApart(Work work) -> QFuture<std::invoke_result_t<Work, const CacheReader&>> {
        using R = std::invoke_result_t<Work, const CacheReader&>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        postApart([promise, work = std::move(work)](Result<CacheReader*> reader) mutable {
            promise->addResult(reader ? work(**reader) : R(tl::make_unexpected(reader.error())));
            promise->finish();
        });
        return future;
    }
    /// The work apart that was asked for ends with Cancelled, as soon as it notices.
    void interruptApart();

    /// The query under way, and those waiting, end with Cancelled: their answers would be too old.
    void supersedeReads();

private:
    using IsSuperseded = std::function<bool()>;
    [[nodiscard]] static Error supersededError();
    void postRead(std::function<void(Result<CacheReader*>, const IsSuperseded&)> work);
    void postApart(std::function<void(Result<CacheReader*>)> work);
    void postWrite(std::function<void(Result<CacheWriter*>)> work);
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace tokenledger
