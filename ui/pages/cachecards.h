// The two cards of the Cache efficiency page: the chart, and the table of what caching saved or cost. GUI thread.
#pragma once

#include "app/reports/cachebreakdown.h"
#include "charts/modelcolours.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

class QMenu;

namespace tokenledger {

class Button;
class CacheEfficiencyChart;
class Card;
class ChartCard;
class Chip;
class DataTable;

class CacheCards : public QWidget {
    Q_OBJECT
public:
    explicit CacheCards(const Look& look, QWidget* parent = nullptr);

    void setBreakdown(const std::shared_ptr<const CacheBreakdown>& breakdown, const ModelColours& colours);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);

signals:
    /// A click on a bar; nothing: the chip's cross, or the same bar again.
    void periodSelected(const std::optional<tokenledger::DateRange>& days);
    void chartExportRequested();
    void tableExportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    void makeChartCard();
    void makeTableCard();
    void fillContextMenu(QMenu& menu);
    void addExport(QMenu& menu);
    void selectPeriod(PeriodStart start);
    void showTable();
    void explainSpan();
    void explainDays(const DateRange& days, QWidget* anchor, const QRect& part);
    void explainCell(const QModelIndex& cell);
    /// A cell that says a figure, or where one comes from.
    [[nodiscard]] bool canExplain(const QModelIndex& cell) const;
    void followChart();

    const Look& m_look;
    std::shared_ptr<const CacheBreakdown> m_breakdown;
    ModelColours m_colours;
    bool m_losingOnly = false;
    CacheEfficiencyChart* m_chart;
    DataTable* m_chartTable;
    DataTable* m_table;
    ChartCard* m_chartCard;
    Card* m_tableCard;
    Button* m_losing;  // shows those rows alone, and all again
    Button* m_why;
    Chip* m_chip;
    std::optional<PeriodStart> m_framed;  // the selected bar, as the chart shows it
};

}  // namespace tokenledger
