#include "ui/pages/organizationcard.h"

#include "charts/format.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/statepage.h"

#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tokenledger {

namespace {

/// What the filter bar can choose of a list.
std::optional<Dimension> dimensionOf(OrganizationList list) {
    if (list == OrganizationList::ApiKeys) return Dimension::ApiKey;
    if (list == OrganizationList::Workspaces) return Dimension::Workspace;
    return std::nullopt;
}

std::vector<Segments::Choice> choices() {
    std::vector<Segments::Choice> all;
    for (const OrganizationList list : AllOrganizationLists) {
        all.push_back({static_cast<int>(list), QStringLiteral("list_") + organizationListName(list), listTitle(list)});
    }
    return all;
}

}  // namespace

OrganizationCard::OrganizationCard(const Look& look, OrganizationList list, QWidget* parent)
    : Card(look, listTitle(list), QStringLiteral("organizationCard"), parent), m_look(look), m_list(list) {
    setContent(makeBody());
    m_segments = new Segments(look, choices(), {}, this);
    m_segments->setObjectName(QStringLiteral("organizationLists"));
    m_segments->setAccessibleName(tr("List"));
    m_segments->setCurrent(static_cast<int>(list));
    setHeaderWidget(m_segments);
    setMenuMaker([this](QMenu& menu) { fillMenu(menu); });
    connect(m_segments, &Segments::chosen, this, [this](int id) { choose(static_cast<OrganizationList>(id)); });
    m_stack->setCurrentIndex(static_cast<int>(list));
}

QWidget* OrganizationCard::makeBody() {
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedLayout;
    for (const OrganizationList list : AllOrganizationLists) {
        DataTable* table = makeTable(list, body);
        m_tables[static_cast<std::size_t>(list)] = table;
        m_stack->addWidget(table);
    }
    m_state = new StatePage(m_look, body);
    m_state->setObjectName(QStringLiteral("organizationListState"));
    m_stack->addWidget(m_state);
    column->addLayout(m_stack, 1);
    column->addWidget(makeRule(Qt::Horizontal, body));
    column->addWidget(m_note = new Notice(m_look, body, QStringLiteral("organizationNote")));
    return body;
}

DataTable* OrganizationCard::makeTable(OrganizationList list, QWidget* parent) {
    auto* table = new DataTable(m_look, QStringLiteral("organizationTable_") + organizationListName(list), parent);
    table->setAccessibleName(listTitle(list));
    connect(table, &DataTable::selectionSummed, this, &OrganizationCard::selectionSummed);
    connect(table, &DataTable::whyWanted, this, &OrganizationCard::explain);
    connect(table, &TableView::contextMenuWanted, this, [this, list, table](QMenu& menu) {
        const QModelIndex cell = table->currentIndex();
        QAction* why = menu.addAction(tr("Why this number?"));
        why->setObjectName(QStringLiteral("why"));
        why->setEnabled(cell.isValid());
        connect(why, &QAction::triggered, this, [this, table] { explain(table->currentIndex()); });
        const auto dimension = dimensionOf(list);
        if (dimension && cell.isValid()) {
            const DisplayRow& row = table->tableModel().row(cell.row());
            if (row.kind == DisplayRow::Kind::Normal) emit filterMenuWanted(menu, *dimension, row.key);
        }
        menu.addSeparator();
        fillMenu(menu);
    });
    return table;
}

void OrganizationCard::fillMenu(QMenu& menu) {
    QAction* action = menu.addAction(tr("Export CSV, XLSX or JSON..."));
    action->setEnabled(m_view != nullptr);
    connect(action, &QAction::triggered, this, [this] { emit exportRequested(m_list); });
}

void OrganizationCard::setView(const std::shared_ptr<const OrganizationView>& view) {
    m_view = view;
    for (const OrganizationList list : AllOrganizationLists) {
        const auto at = static_cast<std::size_t>(list);
        OrganizationTable made = organizationTable(*view, list);
        m_figures[at] = std::move(made.figures);
        m_tables[at]->setTable(std::move(made.table), {});
    }
    showList();
}

void OrganizationCard::choose(OrganizationList list) {
    table()->clearSelection();
    m_list = list;
    showList();
    emit listChosen(list);
}

void OrganizationCard::showList() {
    if (!m_view) return;
    setTitle(listTitle(m_list), listSubtitle(*m_view, m_list));
    const bool isEmpty = table()->tableModel().sourceRows() == 0;
    if (isEmpty) m_state->setContent(emptyListState(*m_view, m_list));
    m_stack->setCurrentIndex(isEmpty ? m_stack->indexOf(m_state) : static_cast<int>(m_list));
    Notice::Content note{Notice::Kind::Plain, QStringLiteral("info"), {}, {}, {}, {}};
    if (!isEmpty) {
        const ListNote words = listNote(*m_view, m_list);
        if (words.bad) note.kind = Notice::Kind::PlainBad;
        if (words.bad) note.icon = QStringLiteral("warning");
        note.reason = words.text;
    }
    m_note->setContent(note);
}

void OrganizationCard::explain(const QModelIndex& cell) {
    if (!m_view || !cell.isValid()) return;
    const DisplayTableModel& model = table()->tableModel();
    const DisplayRow& row = model.row(cell.row());
    const auto column = static_cast<std::size_t>(cell.column());
    const DisplayColumn& about = model.columns()[column];
    const DisplayCell& shown = row.cells[column];
    const std::size_t name = m_list == OrganizationList::Changes ? 2 : 0;
    QString exact = shown.exact.isEmpty() ? shown.text : shown.exact;
    if (shown.number && about.kind == CellKind::Money) exact = formatMoneyExact(Money::fromNano(*shown.number));
    if (shown.number && about.kind == CellKind::Tokens) exact = formatCount(*shown.number);
    const QString what = row.cells[name].text + QStringLiteral(" · ") + about.title;
    showExplanation(whyOrganization(*m_view, m_list, m_figures[static_cast<std::size_t>(m_list)][column], what, exact),
                    table()->viewport(), table()->visualRect(cell));
}

}  // namespace tokenledger
