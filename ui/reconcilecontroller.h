// Behind the Reconcile page: the match of the month in which the filter bar's period ends, and what is done about it.
// GUI thread.
#pragma once

#include "app/reports/monthclose.h"
#include "ui/picturecontroller.h"

namespace tokenledger {

struct ReconcileQuestion {
    DateRange range;  // the filter bar's, of which only the last month is shown
    friend bool operator==(const ReconcileQuestion&, const ReconcileQuestion&) = default;
};

struct MonthPicture {
    MonthReconciliation month;
    std::optional<ChangeSinceClose> change;  // where it is closed
    DateRange range;                         // the filter bar's, of which only the last month is shown
    UtcDay today;
};

class ReconcileController : public PictureController<ReconcileQuestion, MonthPicture> {
    Q_OBJECT
public:
    /// The controller outlives it.
    explicit ReconcileController(SessionController& controller, QObject* parent = nullptr);

    /// Why nothing can be entered or closed: the cache is open to be read only. Empty: it can.
    [[nodiscard]] QString writeBlocked() const;
    /// The same for the invoice and acceptances: the month shown is closed, too.
    [[nodiscard]] QString editBlocked() const;

    // What is done is stored at once, and the picture read again; changed() or changeFailed() follows.
    void storeInvoice(UtcDay month, const Invoice& invoice);
    void removeInvoice(UtcDay month);
    /// `item`: as AcceptedDifference's name wants it.
    void accept(UtcDay month, const QString& item, const AcceptedDifference& accepted);
    /// `overrideReason`: why in spite of problemsOf(); empty: there are none.
    void closeMonth(UtcDay month, const QString& overrideReason);
    void reopenMonth(UtcDay month, const QString& reason);

signals:
    void changed(const QString& sentence);
    void changeFailed(const tokenledger::Error& error);

protected:
    [[nodiscard]] ReconcileQuestion question() const override;
    [[nodiscard]] QFuture<Result<MonthPicture>> read(const ReconcileQuestion& asked) override;

private:
    /// Of a month that is not closed.
    void define(UtcDay month, const DefinitionChange& change, const QString& done);
    template <typename Future>
    void follow(Future future, const QString& done);
};

}  // namespace tokenledger
