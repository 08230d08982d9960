// A thin bar that fills from the left. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace tokenledger {

class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(const Look& look, QWidget* parent = nullptr);
    void setProgress(int done, int planned);

protected:
    void paintEvent(QPaintEvent*) override;

private:
    const Look& m_look;
    int m_done = 0;
    int m_planned = 0;
};

}  // namespace tokenledger
