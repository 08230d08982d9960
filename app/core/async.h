// Continuations that are safe on Qt 6.4: QFuture::then(context, ...) aborts when the context died first.
#pragma once

#include "app/core/result.h"

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace tokenledger {

/// Calls `then(Result<T>)` in `context`'s thread once the future has its result; never, when `context` dies first.
/// A cancelled future arrives as ErrorKind::Cancelled.
template <typename T, typename Then>
void whenDone(const QFuture<Result<T>>& future, QObject* context, Then then) {
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() == 0) {
            then(Result<T>(failure(ErrorKind::Cancelled, QStringLiteral("Stopped before it was done."))));
            return;
        }
        then(watcher->future().result());
    });
    watcher->setFuture(future);
}

}  // namespace tokenledger
