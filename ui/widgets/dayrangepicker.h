// A first and a last day, each as a field over a month's calendar. GUI thread.
#pragma once

#include "app/core/period.h"
#include "ui/theme.h"

#include <QWidget>

class QDateEdit;

namespace tokenledger {

class DayRangePicker : public QWidget {
    Q_OBJECT
public:
    /// Days after `today` cannot be chosen.
    DayRangePicker(const Look& look, const DateRange& range, UtcDay today, QWidget* parent = nullptr);

    /// Nothing while the last day lies before the first.
    [[nodiscard]] std::optional<DateRange> range() const;

signals:
    void changed();

private:
    QDateEdit* m_first;
    QDateEdit* m_last;
};

}  // namespace tokenledger
