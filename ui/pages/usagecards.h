// The two upper cards of the Usage page: the chart, and the table behind it. GUI thread.
#pragma once

#include "app/reports/usagebreakdown.h"
#include "ui/pages/usagecharts.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

class QMenu;

namespace tokenledger {

class Button;
class Card;
class ChartCard;
class Chip;
class CostTrendChart;
class DataTable;

class UsageCards : public QWidget {
    Q_OBJECT
public:
    explicit UsageCards(const Look& look, QWidget* parent = nullptr);

    void setBreakdown(const std::shared_ptr<const UsageBreakdown>& breakdown, const UsageColours& colours);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);

signals:
    /// A click on a bar; nothing: the chip's cross, or the same bar again.
    void periodSelected(const std::optional<tokenledger::DateRange>& days);
    /// A click on a label of the chart.
    void valueClicked(const tokenledger::CostValue& value);
    void chartExportRequested();
    void tableExportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    void makeChartCard();
    void makeTableCard();
    void addExport(QMenu& menu);
    void selectPeriod(PeriodStart start);
    void showTable();
    void explainSpan();
    void explainCell(const QModelIndex& cell);
    void followChart();

    const Look& m_look;
    std::shared_ptr<const UsageBreakdown> m_breakdown;
    CostTrendChart* m_chart;
    DataTable* m_chartTable;
    DataTable* m_table;
    ChartCard* m_chartCard;
    Card* m_tableCard;
    Button* m_why;
    Chip* m_chip;
    std::optional<PeriodStart> m_framed;  // the selected bar, as the chart shows it
};

}  // namespace tokenledger
