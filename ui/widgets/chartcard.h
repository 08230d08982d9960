// A card with a chart and, in its place when asked, the table of the same figures; its menu switches, exports, and
// makes pictures. GUI thread.
#pragma once

#include "ui/widgets/card.h"

#include <QImage>

namespace tokenledger {

class ChartWidget;
class DataTable;

class ChartCard : public Card {
    Q_OBJECT
public:
    /// Takes both in; the chart follows the look.
    ChartCard(const Look& look, const QString& title, const QString& name, ChartWidget* chart, DataTable* table,
              QWidget* parent = nullptr);

    void setOutdated(const QString& since) override;
    /// After new data.
    void followChart();

signals:
    /// The chart's figures as CSV.
    void exportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    void fillMenu(QMenu& menu);
    void addExport(QMenu& menu);
    [[nodiscard]] QImage picture() const;

    ChartWidget* m_chart;
};

}  // namespace tokenledger
