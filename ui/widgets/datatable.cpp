#include "ui/widgets/datatable.h"

#include "charts/format.h"

#include <QHeaderView>

#include <algorithm>
#include <set>

namespace tokenledger {

namespace {

constexpr int LeastShare = 110;

}  // namespace

DataTable::DataTable(const Look& look, const QString& name, QWidget* parent) : TableView(look, name, parent) {
    setModel(&m_model);
    QHeaderView* header = horizontalHeader();
    setSortingEnabled(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &DataTable::sum);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DataTable::sum);
}

void DataTable::setTable(DisplayTable table, const ModelColours& colours) {
    m_model.setModelColours(colours);
    const bool columnsChanged = table.columns.size() != m_model.shown().columns.size();
    m_model.setTable(std::move(table));
    if (columnsChanged) horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    updateLimit();
    layOutColumns();
}

void DataTable::setCollapsing(bool collapsing) {
    m_collapsing = collapsing;
    updateLimit();
}

void DataTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    updateLimit();
    layOutColumns();
}

void DataTable::updateLimit() {
    if (!m_collapsing) {
        m_model.setLimit(std::nullopt);
        return;
    }
    // Room for the row of the others and for the total.
    const int rows = viewport()->height() / RowHeight - 2;
    m_model.setLimit(static_cast<std::size_t>(std::max(3, rows)));
}

/// Columns with a width keep it; the others share what is left. A bar that repeats the figure beside it gives way.
void DataTable::layOutColumns() {
    const auto& columns = m_model.shown().columns;
    int fixed = 0;
    int bars = 0;
    int sharing = 0;
    for (const DisplayColumn& column : columns) {
        (column.kind == CellKind::ChangeBar ? bars : fixed) += column.width;
        sharing += column.width == 0 ? 1 : 0;
    }
    const bool barsShown = viewport()->width() - fixed - bars >= sharing * LeastShare;
    const int room = viewport()->width() - fixed - (barsShown ? bars : 0);
    const int share = sharing > 0 ? std::max(LeastShare, room / sharing) : 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int section = static_cast<int>(i);
        setColumnHidden(section, columns[i].kind == CellKind::ChangeBar && !barsShown);
        setColumnWidth(section, columns[i].width > 0 ? columns[i].width : share);
    }
}

QString DataTable::selectedText() const {
    const DisplayTable& table = m_model.shown();
    std::set<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) rows.insert(index.row());
    if (rows.empty()) {
        for (int row = 0; row < m_model.rowCount(); ++row) rows.insert(row);
    }
    QStringList lines;
    const auto isCopied = [](const DisplayColumn& column) { return column.kind != CellKind::ChangeBar; };
    QStringList head;
    for (const DisplayColumn& column : table.columns) {
        if (isCopied(column)) head.append(column.title);
    }
    lines.append(head.join(QLatin1Char('\t')));
    for (const int row : rows) {
        QStringList cells;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (isCopied(table.columns[i])) cells.append(plainCell(table.columns[i], m_model.row(row).cells[i]));
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Only what is new: the status bar shows other things too, and an empty selection must not wipe them.
void DataTable::say(const QString& text) {
    if (text == m_said) return;
    m_said = text;
    emit selectionSummed(text);
}

void DataTable::sum() {
    std::vector<const DisplayRow*> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        const DisplayRow& row = m_model.row(index.row());
        // The total stands for rows that may be selected too.
        if (row.kind != DisplayRow::Kind::Total) rows.push_back(&row);
    }
    if (rows.empty()) {
        say({});
        return;
    }
    QStringList parts{rows.size() == 1 ? tr("1 row selected") : tr("%1 rows selected").arg(rows.size())};
    const auto& columns = m_model.shown().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const CellKind kind = columns[i].kind;
        if (kind == CellKind::Percent || kind == CellKind::ChangeBar || kind == CellKind::Figure ||
            !columns[i].isNumber())
            continue;
        if (const auto total = sumOf(rows, i))
            parts.append(columns[i].title + QLatin1Char(' ') + numberCell(kind, total).text);
        if (parts.size() > 3) break;
    }
    say(parts.join(QStringLiteral(" · ")));
}

}  // namespace tokenledger
