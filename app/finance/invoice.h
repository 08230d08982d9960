// The vendor's invoice of a month, as somebody entered it. A definition of the kind "invoice", named by its month.
// Plain values without threads.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace tokenledger {

/// A part of the invoice's amount that the cost report leaves out, such as Priority Tier.
struct InvoiceLine {
    QString label;
    Money amount;
    friend bool operator==(const InvoiceLine&, const InvoiceLine&) = default;
};

struct Invoice {
    QString number;
    std::optional<UtcDay> date;
    Money amount;                            // before tax and credits, its lines included
    Money tax;                               // on what is left after the credits
    std::optional<std::int64_t> taxPercent;  // in millionths, where the tax was given so
    Money credits;                           // taken off: not negative
    Money due;                               // amount + tax - credits
    std::vector<InvoiceLine> lines;
    friend bool operator==(const Invoice&, const Invoice&) = default;
};

/// A percentage (in millionths) of amount - credits, to the cent, half-even.
[[nodiscard]] Result<Money> taxOf(Money amount, Money credits, std::int64_t percent);
/// What has to be paid; error Usage when it does not fit.
[[nodiscard]] Result<Money> dueOf(const Invoice& invoice);
/// Error Usage when the amount due is another than its parts make, naming the difference; for a number or label that is
/// missing, and for negative credits.
[[nodiscard]] Result<void> checkInvoice(const Invoice& invoice);

/// Of a definition's body; checked. Error Usage names the month and what is wrong.
[[nodiscard]] Result<Invoice> parseInvoice(const QByteArray& body, const QString& month);
[[nodiscard]] QByteArray toJson(const Invoice& invoice);

/// A difference of a month's match that somebody looked at and accepted. A definition of the kind
/// "accepted-difference", named by acceptedName(). It holds for this amount only: another one is to be looked at again.
struct AcceptedDifference {
    Money amount;
    QString note;
    friend bool operator==(const AcceptedDifference&, const AcceptedDifference&) = default;
};
/// `item`: a model's id or a cost type; "invoice" for what lies between invoice and cost report.
[[nodiscard]] QString acceptedName(const QString& month, const QString& item);
[[nodiscard]] Result<AcceptedDifference> parseAccepted(const QByteArray& body, const QString& name);
[[nodiscard]] QByteArray toJson(const AcceptedDifference& accepted);

}  // namespace tokenledger
