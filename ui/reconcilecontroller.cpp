#include "ui/reconcilecontroller.h"

#include "app/finance/kinds.h"
#include "app/finance/monthname.h"

#include <QLocale>
#include <QPointer>

namespace tokenledger {

namespace {

QString monthTitle(UtcDay month) { return QLocale().toString(month.toDate(), QStringLiteral("MMMM yyyy")); }

}  // namespace

ReconcileController::ReconcileController(SessionController& controller, QObject* parent)
    : PictureController(controller, parent) {}

ReconcileQuestion ReconcileController::question() const { return {controller().range()}; }

QString ReconcileController::writeBlocked() const {
    const Session* session = controller().session();
    if (session == nullptr) return tr("No cache is open.");
    const bool readOnly = session->kind() == Session::Kind::ReadOnly || session->writeProblem();
    return readOnly ? tr("This cache is open to be read only.") : QString();
}

QString ReconcileController::editBlocked() const {
    const QString blocked = writeBlocked();
    if (!blocked.isEmpty() || !hasPicture() || !picture()->month.isClosed()) return blocked;
    return tr("%1 is closed; reopen it first, with a reason.").arg(monthTitle(picture()->month.month));
}

QFuture<Result<MonthPicture>> ReconcileController::read(const ReconcileQuestion& asked) {
    Session& session = *controller().session();
    const PriceBook& prices = session.prices();
    const UtcDay month = asked.range.last.firstOfMonth();
    const UtcDay today = UtcDay::fromDateTime(session.clock().now());
    return session.ask([month, range = asked.range, today, &prices](const CacheReader& cache) -> Result<MonthPicture> {
        const CacheReader::Snapshot snapshot(cache);
        auto reconciled = reconcileMonth(cache, month, prices);
        if (!reconciled) return failure(reconciled.error());
        MonthPicture picture{*std::move(reconciled), {}, range, today};
        if (!picture.month.isClosed() || !picture.month.close->isSound) return picture;
        const auto closed = snapshotFigures(picture.month.close->body);
        if (!closed) return failure(closed.error());
        const auto now = monthFigures(cache, picture.month);
        if (!now) return failure(now.error());
        auto change = changeSince(*closed, *now);
        if (!change) return failure(change.error());
        picture.change = *std::move(change);
        return picture;
    });
}

template <typename Future>
void ReconcileController::follow(Future future, const QString& done) {
    whenDone(future, this, [this, done](const auto& result) {
        if (result) {
            emit changed(done);
        } else {
            emit changeFailed(result.error());
        }
    });
}

void ReconcileController::define(UtcDay month, const DefinitionChange& change, const QString& done) {
    const QPointer<Session> session = controller().session();
    if (session.isNull()) return;
    const auto open = session->ask([month](const CacheReader& cache) { return requireOpenMonth(cache, month); });
    whenDone(open, this, [this, session, change, done](const Result<void>& isOpen) {
        if (!isOpen) return emit changeFailed(isOpen.error());
        if (session.isNull()) return;
        follow(session->change([change](CacheWriter& writer, const Author& author) -> Result<void> {
            return writer.storeDefinitions({change}, author);
        }),
               done);
    });
}

void ReconcileController::storeInvoice(UtcDay month, const Invoice& invoice) {
    define(month, {definitionkind::Invoice, monthName(month), toJson(invoice)},
           tr("The invoice of %1 is stored.").arg(monthTitle(month)));
}

void ReconcileController::removeInvoice(UtcDay month) {
    define(month, {definitionkind::Invoice, monthName(month), {}},
           tr("The invoice of %1 is removed.").arg(monthTitle(month)));
}

void ReconcileController::accept(UtcDay month, const QString& item, const AcceptedDifference& accepted) {
    define(month, {definitionkind::AcceptedDifference, acceptedName(monthName(month), item), toJson(accepted)},
           tr("The difference is accepted, as long as it is this one."));
}

void ReconcileController::closeMonth(UtcDay month, const QString& overrideReason) {
    Session* session = controller().session();
    if (session == nullptr) return;
    // All in the writer's thread: neither a sync nor another organization can come between snapshot and close.
    const auto closed = session->change([month, overrideReason, path = session->cachePath(),
                                         &prices = session->prices()](CacheWriter& writer, const Author& author) {
        return tokenledger::closeMonth(writer, path, month, prices, overrideReason, author);
    });
    follow(closed, tr("%1 is closed.").arg(monthTitle(month)));
}

void ReconcileController::reopenMonth(UtcDay month, const QString& reason) {
    if (controller().session() == nullptr) return;
    follow(controller().session()->change([month, reason](CacheWriter& writer, const Author& author) -> Result<void> {
        return writer.reopenMonth(month, reason, author);
    }),
           tr("%1 is open again.").arg(monthTitle(month)));
}

}  // namespace tokenledger
