// The steps of the first run at the panel's left: done, current, to come. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace tokenledger {

class StepList : public QWidget {
    Q_OBJECT
public:
    struct Step {
        QString title;
        QString note;
    };
    StepList(const Look& look, QList<Step> steps, QWidget* parent = nullptr);
    void setCurrent(int step);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Look& m_look;
    QList<Step> m_steps;
    int m_current = 0;
};

}  // namespace tokenledger
