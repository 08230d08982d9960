// The cards of the Cost page: the chart, what changed, and the table of rows that open by columns. GUI thread.
#pragma once

#include "app/reports/costbreakdown.h"
#include "ui/pages/costcharts.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

class QBoxLayout;
class QMenu;

namespace tokenledger {

class BridgeCard;
class Button;
class Card;
class ChartCard;
class Chip;
class CostTrendChart;
class DataTable;

class CostCards : public QWidget {
    Q_OBJECT
public:
    explicit CostCards(const Look& look, QWidget* parent = nullptr);

    void setBreakdown(const std::shared_ptr<const CostBreakdown>& breakdown, const CostColours& colours,
                      const QString& filter);
    /// Priority Tier was used in these days, which the bill leaves out.
    void setWithPriorityTier(bool used);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);

signals:
    /// A click on a bar; nothing: the chip's cross, or the same bar again.
    void periodSelected(const std::optional<tokenledger::DateRange>& days);
    void columnsChosen(tokenledger::Dimension dimension);
    /// A click on a label of the chart.
    void valueClicked(const tokenledger::CostValue& value);
    void chartExportRequested();
    void tableExportRequested();
    void bridgeExportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeChartCard();
    void makeTableCard();
    void fillColumnsMenu(QMenu& menu);
    void addExport(QMenu& menu);
    void selectPeriod(PeriodStart start);
    void showTable();
    void explainSpan();
    void explainBar(int mark);
    void explainCell(const QModelIndex& cell);
    void followChart();
    void arrange();

    const Look& m_look;
    std::shared_ptr<const CostBreakdown> m_breakdown;
    CostTrendChart* m_chart;
    DataTable* m_chartTable;
    DataTable* m_table;
    ChartCard* m_chartCard;
    BridgeCard* m_bridge;
    QBoxLayout* m_top;  // chart and what changed: in a row, or one below the other
    Card* m_tableCard;
    Button* m_why;
    Button* m_columns;
    Chip* m_chip;
    std::optional<PeriodStart> m_framed;  // the selected bar, as the chart shows it
    bool m_withPriorityTier = false;
    QString m_filter;  // in words
};

}  // namespace tokenledger
