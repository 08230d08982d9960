// The custom period: two dates, typed or picked. GUI thread.
#pragma once

#include "app/core/period.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

class PeriodPopup : public Popover {
    Q_OBJECT
public:
    PeriodPopup(const Look& look, const DateRange& range, UtcDay today, QWidget* anchor);

signals:
    void applied(const tokenledger::DateRange& range);
};

}  // namespace tokenledger
