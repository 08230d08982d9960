// The header of a table, painted by the design: swatches of models, and a sort arrow that stands beside its title
// instead of on it. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QHeaderView>

namespace tokenledger {

class TableHeader : public QHeaderView {
    Q_OBJECT
public:
    TableHeader(const Look& look, QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    [[nodiscard]] bool isLastShown(int section) const;
    void paintArrow(QPainter& painter, double right, double middle) const;
    void paintSwatch(QPainter& painter, double left, double middle, int slot) const;
    const Look& m_look;
};

}  // namespace tokenledger
