#include "ui/models/displaytablemodel.h"

#include "charts/format.h"

#include <algorithm>
#include <cstdlib>

namespace tokenledger {

DisplayTableModel::DisplayTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void DisplayTableModel::setTable(DisplayTable table) {
    m_source = std::move(table);
    if (m_sortColumn >= static_cast<int>(m_source.columns.size())) m_sortColumn = -1;
    rebuild();
}

void DisplayTableModel::setModelColours(const ModelColours& colours) { m_colours = colours; }

void DisplayTableModel::setLimit(std::optional<std::size_t> limit) {
    if (m_limit == limit) return;
    m_limit = limit;
    rebuild();
}

void DisplayTableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    rebuild();
}

void DisplayTableModel::rebuild() {
    beginResetModel();
    m_shown = m_sortColumn < 0 || m_source.columns.empty()
                  ? m_source
                  : sorted(m_source, m_sortColumn, m_sortOrder == Qt::DescendingOrder);
    if (m_limit) m_shown = collapsed(std::move(m_shown), *m_limit);
    if (m_shown.total) m_shown.rows.push_back(*m_shown.total);
    endResetModel();
}

int DisplayTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.rows.size());
}

int DisplayTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.columns.size());
}

const DisplayRow& DisplayTableModel::row(int index) const { return m_shown.rows[static_cast<std::size_t>(index)]; }

std::int64_t DisplayTableModel::largest(std::size_t column) const {
    std::int64_t most = 0;
    for (const DisplayRow& row : m_shown.rows) {
        if (row.kind == DisplayRow::Kind::Normal) most = std::max(most, std::abs(row.cells[column].number.value_or(0)));
    }
    return most;
}

QVariant DisplayTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto columnIndex = static_cast<std::size_t>(index.column());
    const DisplayColumn& column = m_shown.columns[columnIndex];
    const DisplayRow& shownRow = row(index.row());
    const DisplayCell& cell = shownRow.cells[columnIndex];
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            if (!cell.number) return {};
            if (column.kind == CellKind::Tokens || column.kind == CellKind::Count) return formatCount(*cell.number);
            if (column.kind == CellKind::Percent) return cell.text;
            if (column.kind == CellKind::Figure) return cell.exact;
            return formatMoneyExact(Money::fromNano(*cell.number));
        case Qt::AccessibleTextRole:
            return QString(column.title + QLatin1Char(' ') + cell.text);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                       (column.isNumber() ? Qt::AlignRight : Qt::AlignLeft));
        case RowKindRole:
            return static_cast<int>(shownRow.kind);
        case CellKindRole:
            return static_cast<int>(column.kind);
        case NumberRole:
            return cell.number ? QVariant::fromValue<qlonglong>(*cell.number) : QVariant();
        case SwatchRole:
            if (column.kind != CellKind::Model || shownRow.kind != DisplayRow::Kind::Normal) return {};
            return m_colours.slotOf(cell.id);
        case LargestRole:
            return QVariant::fromValue<qlonglong>(largest(columnIndex));
        default:
            return {};
    }
}

QVariant DisplayTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const DisplayColumn& column = m_shown.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column.isNumber() ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

}  // namespace tokenledger
