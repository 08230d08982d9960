// The strip of the status bar: one mark a day, or one bar where there are more days than room. GUI thread.
#pragma once

#include "app/core/records.h"
#include "ui/theme.h"

#include <QWidget>

#include <vector>

namespace tokenledger {

class CompletenessStrip : public QWidget {
    Q_OBJECT
public:
    explicit CompletenessStrip(const Look& look, QWidget* parent = nullptr);
    /// Oldest day first.
    void setDays(std::vector<DayState> days);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    void paintMarks(QPainter& painter) const;
    void paintBar(QPainter& painter) const;
    const Look& m_look;
    std::vector<DayState> m_days;
};

}  // namespace tokenledger
