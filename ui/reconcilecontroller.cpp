#include "ui/reconcilecontroller.h"

#include "app/finance/kinds.h"
#include "app/finance/monthname.h"

#include <QLocale>

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

QFuture<Result<MonthPicture>> ReconcileController::read(const ReconcileQuestion& asked) {
    Session& session = *controller().session();
    const PriceBook& prices = session.prices();
    const UtcDay month = asked.range.last.firstOfMonth();
    return session.ask([month, range = asked.range, &prices](const CacheReader& cache) -> Result<MonthPicture> {
        const CacheReader::Snapshot snapshot(cache);
        auto reconciled = reconcileMonth(cache, month, prices);
        if (!reconciled) return failure(reconciled.error());
        MonthPicture picture{*std::move(reconciled), {}, range};
        if (!picture.month.isClosed()) return picture;
        const auto closed = snapshotFigures(picture.month.close->body);
        if (!closed) return failure(closed.error());
        const auto now = monthFigures(cache, month);
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

void ReconcileController::define(const DefinitionChange& change, const QString& done) {
    if (controller().session() == nullptr) return;
    follow(controller().session()->change([change](CacheWriter& writer, const Author& author) -> Result<void> {
        return writer.storeDefinitions({change}, author);
    }),
           done);
}

void ReconcileController::storeInvoice(UtcDay month, const Invoice& invoice) {
    define({definitionkind::Invoice, monthName(month), toJson(invoice)},
           tr("The invoice of %1 is stored.").arg(monthTitle(month)));
}

void ReconcileController::removeInvoice(UtcDay month) {
    define({definitionkind::Invoice, monthName(month), {}}, tr("The invoice of %1 is removed.").arg(monthTitle(month)));
}

void ReconcileController::accept(UtcDay month, const QString& item, const AcceptedDifference& accepted) {
    define({definitionkind::AcceptedDifference, acceptedName(monthName(month), item), toJson(accepted)},
           tr("The difference is accepted, as long as it is this one."));
}

void ReconcileController::closeMonth(UtcDay month, const QString& overrideReason) {
    if (controller().session() == nullptr) return;
    Session& session = *controller().session();
    const PriceBook& prices = session.prices();
    const auto snapshot = session.ask([month, overrideReason, &prices](const CacheReader& cache) {
        const CacheReader::Snapshot one(cache);
        return makeSnapshot(cache, month, prices, overrideReason);
    });
    whenDone(snapshot, this, [this, month](const Result<QByteArray>& body) {
        if (!body) return emit changeFailed(body.error());
        if (controller().session() == nullptr) return;
        const auto closed =
            controller().session()->change([month, body = *body](CacheWriter& writer, const Author& author) {
                return writer.closeMonth(month, body, author);
            });
        follow(closed, tr("%1 is closed.").arg(monthTitle(month)));
    });
}

void ReconcileController::reopenMonth(UtcDay month, const QString& reason) {
    if (controller().session() == nullptr) return;
    follow(controller().session()->change([month, reason](CacheWriter& writer, const Author& author) -> Result<void> {
        return writer.reopenMonth(month, reason, author);
    }),
           tr("%1 is open again.").arg(monthTitle(month)));
}

}  // namespace tokenledger
