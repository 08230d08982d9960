// A card with a chart and, in its place when asked, the table of the same figures; its menu switches, exports, and
// makes pictures. A right click on the chart opens the same menu, with what can be done about the mark. GUI thread.
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
    /// What a click on a mark does, with %1 for the mark: "Filter to %1". None: nothing that is worth an entry.
    void setActivation(const QString& words) { m_activation = words; }
    /// Turns to the table and selects these of its rows, in the order in which they were set.
    void showRows(const std::vector<std::size_t>& tableRows);

signals:
    /// The chart's figures as CSV.
    void exportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    /// As an SVG file.
    void saveDrawingRequested(const QByteArray& drawing, const QString& name);
    void selectionSummed(const QString& text);

private:
    void fillMenu(QMenu& menu);
    void addMark(QMenu& menu, int mark);
    void addExport(QMenu& menu);
    void showMarkMenu(int mark, const QPoint& place);
    void copyPicture() const;
    [[nodiscard]] QImage picture() const;

    ChartWidget* m_chart;
    DataTable* m_table;
    QString m_activation;
};

}  // namespace tokenledger
