// The Reconcile page: a month's tokens x price, cost report and invoice, what lies between them, what is to be done,
// and its close. Of the filter bar it follows the period's last month. GUI thread.
#pragma once

#include "ui/pages/picturepage.h"
#include "ui/pages/reconciletodo.h"

namespace tokenledger {

class Button;
class Card;
class ChartCard;
class DataTable;
class Dialogs;
class DifferenceMark;
class FigureCard;
class TodoCard;
class TrackingCard;
class Waterfall;

class ReconcilePage : public PicturePage {
    Q_OBJECT
public:
    ReconcilePage(const Look& look, SessionController& controller, ReconcileController& reconcile, Settings& settings,
                  Dialogs& dialogs, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<NamedReport> exports() const override;
    [[nodiscard]] bool followsPeriodOnly() const override { return true; }

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void updateState() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildFigures();
    QWidget* buildMiddle();
    Card* buildTable();
    void connectParts();
    void updateButtons();
    [[nodiscard]] ModelColours coloursOfModels();
    void act(const TodoItem& item);
    void accept(const TodoItem& item);
    void showPriceHelp(const QString& model);
    void showChange();
    void editInvoice();
    void closeOrReopen();
    void askToClose();
    void askToReopen();
    void explainCause(int step);
    void tell(const Error& error);

    ReconcileController& m_reconcile;
    Settings& m_settings;
    Dialogs& m_dialogs;
    Button* m_import = nullptr;
    Button* m_invoice = nullptr;
    Button* m_close = nullptr;
    FigureCard* m_computed = nullptr;
    FigureCard* m_billed = nullptr;
    FigureCard* m_invoiced = nullptr;
    DifferenceMark* m_first = nullptr;
    DifferenceMark* m_second = nullptr;
    Waterfall* m_chart = nullptr;
    DataTable* m_causes = nullptr;
    ChartCard* m_chartCard = nullptr;
    TodoCard* m_todo = nullptr;
    DataTable* m_table = nullptr;
    Card* m_tableCard = nullptr;
    TrackingCard* m_tracking = nullptr;
};

}  // namespace tokenledger
