// Third step of the first run: how many days to fetch, with what each choice costs in requests and time. GUI thread.
#pragma once

#include "app/core/period.h"

#include <QWidget>

class QButtonGroup;

namespace tokenledger {

class HowFarStep : public QWidget {
    Q_OBJECT
public:
    HowFarStep(UtcDay today, QWidget* parent = nullptr);
    [[nodiscard]] int days() const;

private:
    QButtonGroup* m_group;
};

/// Requests of a first sync of so many days, by the sync's own plan.
[[nodiscard]] int requestsForDays(int days, UtcDay today);

}  // namespace tokenledger
