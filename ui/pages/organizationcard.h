// The card of the Organization page: one of its lists as a table, or why there is none, and below it what its figures
// are of. GUI thread.
#pragma once

#include "ui/pages/organizationtables.h"
#include "ui/widgets/card.h"

#include <memory>

class QStackedLayout;

namespace tokenledger {

class DataTable;
class Notice;
class Segments;
class StatePage;

class OrganizationCard : public Card {
    Q_OBJECT
public:
    OrganizationCard(const Look& look, OrganizationList list, QWidget* parent = nullptr);

    void setView(const std::shared_ptr<const OrganizationView>& view);
    [[nodiscard]] OrganizationList list() const { return m_list; }

signals:
    void listChosen(tokenledger::OrganizationList list);
    void exportRequested(tokenledger::OrganizationList list);
    void selectionSummed(const QString& text);
    /// For the menu of this row, an API key or a workspace.
    void filterMenuWanted(QMenu& menu, tokenledger::Dimension dimension, const QString& id);

private:
    QWidget* makeBody();
    DataTable* makeTable(OrganizationList list, QWidget* parent);
    void choose(OrganizationList list);
    void showList();
    void fillMenu(QMenu& menu);
    void explain(const QModelIndex& cell);
    [[nodiscard]] DataTable* table() const { return m_tables[static_cast<std::size_t>(m_list)]; }

    const Look& m_look;
    OrganizationList m_list;
    std::shared_ptr<const OrganizationView> m_view;
    std::array<DataTable*, AllOrganizationLists.size()> m_tables;
    std::array<std::vector<OrganizationFigure>, AllOrganizationLists.size()> m_figures;  // of the columns
    QStackedLayout* m_stack;  // the tables in their order, then the state
    StatePage* m_state;
    Notice* m_note;
    Segments* m_segments;
};

}  // namespace tokenledger
