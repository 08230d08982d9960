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
    std::vector<DisplayRow> rows;
    rows.reserve(m_shown.rows.size() + 1);
    for (DisplayRow& row : m_shown.rows) {
        const bool open = !row.parts.empty() && m_open.contains(row.key);
        rows.push_back(std::move(row));
        if (!open) continue;
        const std::vector<DisplayRow> parts = rows.back().parts;
        rows.insert(rows.end(), parts.begin(), parts.end());
    }
    m_shown.rows = std::move(rows);
    if (m_shown.total) m_shown.rows.push_back(*m_shown.total);
    endResetModel();
}

void DisplayTableModel::setOpen(int index, bool open) {
    if (row(index).parts.empty() || m_open.contains(row(index).key) == open) return;
    if (open) {
        m_open.insert(row(index).key);
    } else {
        m_open.remove(row(index).key);
    }
    rebuild();
}

int DisplayTableModel::parentOf(int index) const {
    while (index > 0 && row(index).kind == DisplayRow::Kind::Part) --index;
    return index;
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

/// Every digit, and where the figure comes from.
QString DisplayTableModel::tipOf(const DisplayColumn& column, const DisplayCell& cell) const {
    if (column.kind == CellKind::Time) return cell.exact;
    if (!column.isNumber()) return column.width == 0 ? cell.text : QString();  // it may be cut
    if (!cell.number) return {};
    const QString basis = m_shown.basis.isEmpty() ? QString() : QString(QLatin1Char('\n') + m_shown.basis);
    switch (column.kind) {
        case CellKind::Tokens:
        case CellKind::Count:
            return formatCount(*cell.number) + basis;
        case CellKind::Percent:
            return cell.text;
        case CellKind::Figure:
            return cell.exact;
        default:
            return formatMoneyExact(Money::fromNano(*cell.number)) + basis;
    }
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
            return tipOf(column, cell);
        case Qt::AccessibleTextRole:
            if (index.column() == 0 && !shownRow.parts.empty()) {
                const QString state = m_open.contains(shownRow.key) ? tr("opened") : tr("closed");
                return QString(column.title + QLatin1Char(' ') + cell.text + QStringLiteral(", ") + state);
            }
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
            if (shownRow.kind != DisplayRow::Kind::Normal) return {};
            if (cell.familySlot) return *cell.familySlot;
            return column.kind == CellKind::Model ? QVariant(m_colours.slotOf(cell.id)) : QVariant();
        case FamilyRole:
            return cell.familySlot.has_value();
        case OpenRole:
            return shownRow.parts.empty() ? QVariant() : QVariant(m_open.contains(shownRow.key));
        case GoodRole:
            if (column.kind != CellKind::Pill || cell.tone == DisplayCell::Tone::Plain) return {};
            return cell.tone == DisplayCell::Tone::Good;
        case StrongRole:
            return column.strong && shownRow.kind != DisplayRow::Kind::Part;
        case ToneRole:
            return static_cast<int>(cell.tone);
        case LargestRole:
            return QVariant::fromValue<qlonglong>(largest(columnIndex));
        default:
            return {};
    }
}

QVariant DisplayTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const DisplayColumn& column = m_shown.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return column.title;
    if (role == SwatchRole && column.swatch) return *column.swatch;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column.isNumber() ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

}  // namespace tokenledger
