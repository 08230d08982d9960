#include "ui/widgets/datatable.h"

#include "charts/format.h"
#include "ui/widgets/celldelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <set>

namespace tokenledger {

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

void DataTable::setOpen(int row, bool open) {
    const int column = std::max(0, currentIndex().column());
    m_model.setOpen(row, open);
    setCurrentIndex(m_model.index(row, column));
}

bool DataTable::openByKey(int key) {
    const QModelIndex cell = currentIndex();
    if (!cell.isValid() || cell.column() != 0) return false;
    const QVariant open = cell.data(DisplayTableModel::OpenRole);
    if (key == Qt::Key_Right && open.isValid() && !open.toBool()) {
        setOpen(cell.row(), true);
        return true;
    }
    const int parent = m_model.parentOf(cell.row());
    if (key != Qt::Key_Left || (parent == cell.row() && !open.toBool())) return false;
    setOpen(parent, false);
    return true;
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit whyWanted(currentIndex());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && openByKey(event->key())) return;
    TableView::keyPressEvent(event);
}

void DataTable::mousePressEvent(QMouseEvent* event) {
    const QModelIndex cell = indexAt(event->pos());
    const QVariant open = cell.data(DisplayTableModel::OpenRole);
    if (event->button() == Qt::LeftButton && cell.column() == 0 && open.isValid() &&
        CellDelegate::triangleIn(visualRect(cell)).contains(event->pos())) {
        setOpen(cell.row(), !open.toBool());
        return;
    }
    TableView::mousePressEvent(event);
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

/// Columns with a width keep it; the others share what is left. Where that is too little, columns give way: a bar that
/// repeats the figure beside it, or those that say what others say too.
void DataTable::layOutColumns() {
    const auto& columns = m_model.shown().columns;
    // As if there were a scroll bar: columns must not come and go with it.
    const int room = width() - verticalScrollBar()->sizeHint().width();
    const auto rankOf = [](const DisplayColumn& column) {
        return column.kind == CellKind::ChangeBar ? std::numeric_limits<int>::max() : column.givesWay;
    };
    int fixed = 0;
    int sharing = 0;
    int least = 0;
    std::set<int> ranks;
    for (const DisplayColumn& column : columns) {
        fixed += column.width;
        if (column.width == 0) {
            ++sharing;
            least += column.least;
        }
        if (rankOf(column) > 0) ranks.insert(rankOf(column));
    }
    int shownBelow = std::numeric_limits<int>::max();  // columns of this rank and higher are hidden
    bool hides = false;
    for (auto rank = ranks.rbegin(); rank != ranks.rend() && room - fixed < least; ++rank) {
        hides = true;
        shownBelow = *rank;
        for (const DisplayColumn& column : columns) fixed -= rankOf(column) == *rank ? column.width : 0;
    }
    const int share = sharing > 0 ? (viewport()->width() - fixed) / sharing : 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int section = static_cast<int>(i);
        setColumnHidden(section, hides && rankOf(columns[i]) >= shownBelow);
        setColumnWidth(section, columns[i].width > 0 ? columns[i].width : std::max(columns[i].least, share));
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

/// The selected rows, but none that another one of them holds: a total, or a part of a selected row.
std::vector<const DisplayRow*> DataTable::rowsToSum() const {
    std::set<int> selected;
    for (const QModelIndex& index : selectionModel()->selectedRows()) selected.insert(index.row());
    std::vector<const DisplayRow*> rows;
    for (const int index : selected) {
        const DisplayRow& row = m_model.row(index);
        const bool held = row.kind == DisplayRow::Kind::Part && selected.contains(m_model.parentOf(index));
        if (row.kind != DisplayRow::Kind::Total && !held) rows.push_back(&row);
    }
    return rows;
}

void DataTable::sum() {
    const std::vector<const DisplayRow*> rows = rowsToSum();
    if (rows.empty()) {
        say({});
        return;
    }
    QStringList parts{rows.size() == 1 ? tr("1 row selected") : tr("%1 rows selected").arg(rows.size())};
    const auto& columns = m_model.shown().columns;
    if (const int summed = m_model.shown().summed; summed >= 0) {
        const auto column = static_cast<std::size_t>(summed);
        if (const auto part = sumOf(rows, column)) {
            parts.append(tr("sum %1").arg(numberCell(columns[column].kind, part).text));
            const auto& total = m_model.shown().total;
            const std::int64_t whole = total ? total->cells[column].number.value_or(0) : 0;
            if (whole != 0) parts.append(tr("%1 of the total").arg(formatPercent(*part, whole)));
        }
        say(parts.join(QStringLiteral(" · ")));
        return;
    }
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
