// The Budgets page: how budgets stand on the last day of the period, what they are forecast to end with, and the days
// of the period that stand out. GUI thread.
#pragma once

#include "ui/budgetscontroller.h"
#include "ui/pages/picturepage.h"

namespace tokenledger {

class BudgetCards;
class Button;

class BudgetsPage : public PicturePage {
    Q_OBJECT
public:
    BudgetsPage(const Look& look, SessionController& controller, BudgetsController& budgets, Dialogs& dialogs,
                QWidget* parent = nullptr);

    [[nodiscard]] std::vector<NamedReport> exports() const override;
    [[nodiscard]] bool followsPeriodOnly() const override { return true; }

protected:
    void showPicture() override;
    void setOutdated(const QString& since) override;
    [[nodiscard]] QDateTime asOf() const override;
    void updateState() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void connectParts();
    void openPopup(const std::optional<Budget>& budget, QWidget* anchor, const QRect& part);
    void acknowledge(const StandOutDay& day);
    void askForFile();
    void preview(const BudgetImport& import);

    BudgetsController& m_budgets;
    Dialogs& m_dialogs;
    Button* m_add = nullptr;
    Button* m_import = nullptr;
    BudgetCards* m_cards;
};

}  // namespace tokenledger
