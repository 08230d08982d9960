// The cards of the Budgets page: bars, the days that stand out, and the table of budgets, or what to do where there is
// none. GUI thread.
#pragma once

#include "app/reports/budgetview.h"
#include "ui/theme.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QBoxLayout;
class QMenu;
class QStackedLayout;

namespace tokenledger {

class BudgetBars;
class Card;
class ChartCard;
class DataTable;
class StatePage;

class BudgetCards : public QWidget {
    Q_OBJECT
public:
    explicit BudgetCards(const Look& look, QWidget* parent = nullptr);

    void setView(const std::shared_ptr<const BudgetView>& view);
    void setOutdated(const QString& since);
    /// Bars and days one below the other, where the window is narrow.
    void setStacked(bool stacked);
    void setWritable(bool writable);

signals:
    void addWanted();
    /// Below this part of the widget.
    void editWanted(const QString& name, QWidget* anchor, const QRect& part);
    void acknowledgeWanted(const tokenledger::StandOutDay& day);
    void budgetsExportRequested();
    void daysExportRequested();
    void savePictureRequested(const QImage& picture, const QString& name);
    void selectionSummed(const QString& text);

private:
    void makeChartCard();
    void makeDaysCard();
    void makeTableCard();
    void explainBar(int bar);
    void explainBudget(const QModelIndex& cell);
    void explainDay(const QModelIndex& cell);
    void edit(const QModelIndex& cell);
    void fillBudgetMenu(QMenu& menu);
    void fillDayMenu(QMenu& menu);
    [[nodiscard]] const BudgetStatus* statusAt(const QModelIndex& cell) const;
    [[nodiscard]] const StandOutDay* dayAt(const QModelIndex& cell) const;

    const Look& m_look;
    std::shared_ptr<const BudgetView> m_view;
    QBoxLayout* m_upper;
    BudgetBars* m_bars;
    DataTable* m_barTable;
    DataTable* m_days;
    DataTable* m_table;
    ChartCard* m_chartCard;
    Card* m_daysCard;
    Card* m_tableCard;
    QStackedLayout* m_daysStack;
    QStackedLayout* m_tableStack;
    StatePage* m_noBudgets;
    StatePage* m_noDays;
    bool m_writable = true;
};

}  // namespace tokenledger
