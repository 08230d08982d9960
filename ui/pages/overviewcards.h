// The four cards of the Overview: three charts with their tables, and the largest changes. GUI thread.
#pragma once

#include "app/reports/overview.h"
#include "charts/modelcolours.h"
#include "ui/pages/overviewexports.h"
#include "ui/pages/overviewwhy.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QBoxLayout;
class QModelIndex;

namespace tokenledger {

class Button;
class CacheEfficiencyChart;
class Card;
class ChartCard;
class ChartWidget;
class CostTrendChart;
class DataTable;
class ModelDonut;

class OverviewCards : public QWidget {
    Q_OBJECT
public:
    explicit OverviewCards(const Look& look, QWidget* parent = nullptr);

    void setOverview(const std::shared_ptr<const Overview>& overview, const ModelColours& colours,
                     const FilterWords& filter);
    /// Turns the chart to its table and selects the rows of these days.
    void showCostRows(const DateRange& days);
    void showCacheRows(const DateRange& days);
    /// "13:12": the picture is old; empty: it is not.
    void setOutdated(const QString& since);
    /// Two cards in a row, or one below the other.
    void setStacked(bool stacked);

signals:
    void exportRequested(tokenledger::OverviewExport which);
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);
    void modelClicked(const QString& modelId);

private:
    ChartCard* makeChartCard(const QString& title, const char* name, ChartWidget* chart, DataTable* table,
                             OverviewExport which);
    Card* makeChangesCard();
    void connectWhy();
    void explainMark(ChartWidget* chart, int mark);
    void explainCell(DataTable* table, const QModelIndex& cell);
    [[nodiscard]] Explanation whyMark(const ChartWidget* chart, int mark);
    [[nodiscard]] Explanation whyRow(const DataTable* table, std::size_t row, std::size_t column) const;
    void updateAllRowsButton();
    void updateCostTitle();

    const Look& m_look;
    CostTrendChart* m_cost;
    ModelDonut* m_donut;
    CacheEfficiencyChart* m_cache;
    DataTable* m_costTable;
    DataTable* m_donutTable;
    DataTable* m_cacheTable;
    DataTable* m_changes;
    ChartCard* m_costCard;
    ChartCard* m_donutCard;
    ChartCard* m_cacheCard;
    Card* m_changesCard;
    Button* m_allRows;
    QBoxLayout* m_upper;
    QBoxLayout* m_lower;
    std::shared_ptr<const Overview> m_overview;
    FilterWords m_filter;
    bool m_allShown = false;
};

}  // namespace tokenledger
