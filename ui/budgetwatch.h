// Watches the budgets whatever page is seen: the number beside the page's name, and after a sync a notice of every
// threshold that was reached, once a period. GUI thread.
#pragma once

#include "ui/sessioncontroller.h"

namespace tokenledger {

class BudgetWatch : public QObject {
    Q_OBJECT
public:
    /// Both outlive it.
    BudgetWatch(Services& services, SessionController& controller, QObject* parent = nullptr);

    /// Budgets that are over, or heading over by their forecast, in their period of today.
    [[nodiscard]] int problems() const { return m_problems; }
    /// The fiscal year of the open organization from now on, for the command line, too.
    void storeYearStart(int month);

signals:
    void problemsChanged();

private:
    [[nodiscard]] bool canWrite() const;
    /// Periods of the window follow the organization's fiscal year, where it has one.
    void adoptYearStart();
    void refresh();
    void setProblems(int problems);
    /// Tells what was not told in this period yet, and notes that it was.
    void tell();

    Services& m_services;
    SessionController& m_controller;
    int m_problems = 0;
    int m_generation = 0;
};

}  // namespace tokenledger
