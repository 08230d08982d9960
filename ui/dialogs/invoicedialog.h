// The vendor's invoice of a month, entered by hand: a window beside the main one, which waits for nothing. GUI thread.
#pragma once

#include "app/finance/invoice.h"

#include <QString>

#include <functional>

class QWidget;

namespace tokenledger {

struct InvoiceQuestion {
    QString month;  // "October 2026"
    std::optional<Invoice> invoice;
    friend bool operator==(const InvoiceQuestion&, const InvoiceQuestion&) = default;
};

/// `store` gets an invoice that adds up; `remove` is only offered where there is one. One at a time: an open one is
/// brought to the front, or replaced when it is of another month or invoice.
void showInvoiceDialog(QWidget* parent, const InvoiceQuestion& question, std::function<void(const Invoice&)> store,
                       std::function<void()> remove);

}  // namespace tokenledger
