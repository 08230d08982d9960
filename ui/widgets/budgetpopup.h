// A budget to fill in or to change: name, what it is of, period, amount, thresholds, days. It only asks. GUI thread.
#pragma once

#include "app/finance/budget.h"
#include "ui/widgets/popover.h"

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;

namespace tokenledger {

class Button;

class BudgetPopup : public Popover {
    Q_OBJECT
public:
    /// Names and ids of what budgets can be of.
    using Values = std::map<BudgetScope, std::vector<std::pair<QString, QString>>>;
    /// `budget`: the one to change; nothing: a new one.
    BudgetPopup(const Look& look, Values values, const std::optional<Budget>& budget, QWidget* anchor);

signals:
    /// `before`: the name it had; empty: it is new.
    void saveClicked(const tokenledger::Budget& budget, const QString& before);
    void removeClicked(const QString& name);

private:
    void makeFields(const std::optional<Budget>& budget);
    void fillValues(const QString& chosen);
    [[nodiscard]] BudgetScope scope() const;
    /// What is filled in; the error says what is wrong with it.
    [[nodiscard]] Result<Budget> budget() const;
    void save();

    Values m_values;
    QString m_before;
    QLineEdit* m_name = nullptr;
    QComboBox* m_scope = nullptr;
    QComboBox* m_value = nullptr;
    QComboBox* m_period = nullptr;
    QLineEdit* m_amount = nullptr;
    QLineEdit* m_thresholds = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLabel* m_problem = nullptr;
};

}  // namespace tokenledger
