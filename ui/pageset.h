// All pages of the window with what stands behind them; one is seen. GUI thread.
#pragma once

#include "ui/pagelist.h"
#include "ui/pages/page.h"
#include "ui/services.h"

#include <QStackedWidget>

#include <map>

namespace tokenledger {

class BudgetWatch;
class HealthController;

class PageSet : public QStackedWidget {
    Q_OBJECT
public:
    PageSet(const Look& look, Services& services, SessionController& controller, QWidget* parent = nullptr);

    [[nodiscard]] PageId current() const { return m_current; }
    /// Shows it and gives it the keyboard.
    void showPage(PageId id);
    [[nodiscard]] const Page& currentPage() const { return *m_pages.at(m_current); }
    /// In the table that has the keyboard, else in the first that is seen.
    void findInTable();
    /// What is beside the name of Data health.
    [[nodiscard]] int problems() const;
    /// And beside that of Budgets.
    [[nodiscard]] int budgetProblems() const;
    /// The preferences say when fiscal years begin.
    void storeYearStart(int month);

signals:
    void exportRequested(const tokenledger::NamedReport& report);
    /// The page that is seen offers other exports.
    void exportsChanged();
    void savePictureRequested(const QImage& picture, const QString& name);
    void saveDrawingRequested(const QByteArray& drawing, const QString& name);
    /// A page's number has its rows on another page.
    void pageWanted(tokenledger::PageId page);
    void said(const QString& sentence);
    void helpWanted(tokenledger::HelpAction action);
    void detailWanted(const QString& text);
    void problemsChanged();

private:
    void add(PageId id, Page* page);

    std::map<PageId, Page*> m_pages;
    PageId m_current = PageId::Overview;
    HealthController* m_health;
    BudgetWatch* m_budgetWatch;
};

}  // namespace tokenledger
