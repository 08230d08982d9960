#include "ui/models/displaytablemodel.h"

#include "app/core/async.h"
#include "charts/format.h"

#include <QThreadPool>
#include <QtConcurrent>

namespace tokenledger {

namespace {

/// Taking a million rows apart takes as long as sorting them.
void releaseBeside(std::shared_ptr<const void> rows) {
    QThreadPool::globalInstance()->start([rows = std::move(rows)]() mutable { rows.reset(); });
}

}  // namespace

DisplayTableModel::DisplayTableModel(QObject* parent)
    : QAbstractTableModel(parent),
      m_table(std::make_shared<const DisplayTable>()),
      m_rows(std::make_shared<const ShownRows>(m_table, m_order)) {}

DisplayTableModel::~DisplayTableModel() = default;

void DisplayTableModel::setTable(DisplayTable table, int sortColumn, Qt::SortOrder order) {
    m_table = std::make_shared<const DisplayTable>(std::move(table));
    m_order.column = sortColumn < static_cast<int>(m_table->columns.size()) ? sortColumn : -1;
    m_order.descending = order == Qt::DescendingOrder;
    rearrange();
}

void DisplayTableModel::setTable(DisplayTable table) {
    setTable(std::move(table), m_order.column, m_order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void DisplayTableModel::setModelColours(const ModelColours& colours) { m_colours = colours; }

void DisplayTableModel::setLimit(std::optional<std::size_t> limit) {
    if (m_order.limit == limit) return;
    m_order.limit = limit;
    rearrange();
}

void DisplayTableModel::sort(int column, Qt::SortOrder order) {
    const bool descending = order == Qt::DescendingOrder;
    if (m_order.column == column && m_order.descending == descending) return;
    m_order.column = column;
    m_order.descending = descending;
    rearrange();
}

void DisplayTableModel::setOpen(int index, bool open) {
    if (row(index).parts.empty() || m_order.open.contains(row(index).key) == open) return;
    if (open) {
        m_order.open.insert(row(index).key);
    } else {
        m_order.open.remove(row(index).key);
    }
    rearrange();
}

void DisplayTableModel::rearrange() {
    const int generation = ++m_generation;
    const bool asItComes = m_order.column < 0 && !m_order.limit && m_order.open.isEmpty();
    m_arranging = !asItComes && m_table->rows.size() > RowsAtOnce;
    if (!m_arranging) {
        show(std::make_shared<const ShownRows>(m_table, m_order));
        return;
    }
    using Rows = std::shared_ptr<const ShownRows>;
    const auto made = QtConcurrent::run([table = m_table, order = m_order]() -> Result<Rows> {
        return std::make_shared<const ShownRows>(table, order);
    });
    whenDone(made, this, [this, generation](const Result<Rows>& rows) {
        if (generation != m_generation || !rows) return;
        m_arranging = false;
        show(*rows);
    });
}

void DisplayTableModel::show(std::shared_ptr<const ShownRows> rows) {
    m_shown.reset();
    const bool sameRows = &rows->table() == &m_rows->table() && rows->count() == m_rows->count();
    if (sameRows) {
        reorder(std::move(rows));
    } else {
        beginResetModel();
        rows.swap(m_rows);
        endResetModel();
        if (rows->count() > RowsAtOnce) releaseBeside(std::move(rows));
    }
    emit arranged();
}

/// Selection and current cell stay with their rows.
void DisplayTableModel::reorder(std::shared_ptr<const ShownRows> rows) {
    emit aboutToReorder();
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const DisplayRow*> held;
    for (const QModelIndex& index : before) held.push_back(&row(index.row()));
    m_rows = std::move(rows);
    const std::vector<int> places = held.empty() ? std::vector<int>() : m_rows->placesOf(held);
    QModelIndexList after;
    for (std::size_t i = 0; i < places.size(); ++i)
        after.append(index(places[i], before[static_cast<qsizetype>(i)].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

const DisplayTable& DisplayTableModel::shown() const {
    if (!m_shown) {
        const DisplayTable& table = m_rows->table();
        m_shown = {table.columns, {}, table.total, table.summed, table.basis};
        for (int place = 0; place < m_rows->count(); ++place) m_shown->rows.push_back(m_rows->row(place));
    }
    return *m_shown;
}

int DisplayTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows->count(); }

int DisplayTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

/// Every digit, and where the figure comes from.
QString DisplayTableModel::tipOf(const DisplayColumn& column, const DisplayCell& cell) const {
    if (column.kind == CellKind::Time) return cell.exact;
    if (!column.isNumber()) return column.width == 0 ? cell.text : QString();  // it may be cut
    if (!cell.number) return {};
    const QString basis =
        m_rows->table().basis.isEmpty() ? QString() : QString(QLatin1Char('\n') + m_rows->table().basis);
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
    const DisplayColumn& column = columns()[columnIndex];
    const DisplayRow& shownRow = row(index.row());
    const DisplayCell& cell = shownRow.cells[columnIndex];
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return tipOf(column, cell);
        case Qt::AccessibleTextRole:
            if (index.column() == 0 && !shownRow.parts.empty()) {
                const QString state = m_order.open.contains(shownRow.key) ? tr("opened") : tr("closed");
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
            return shownRow.parts.empty() ? QVariant() : QVariant(m_order.open.contains(shownRow.key));
        case GoodRole:
            if (cell.tone == DisplayCell::Tone::Plain && !cell.pill) return {};
            return cell.tone == DisplayCell::Tone::Good;
        case StrongRole:
            return column.strong && shownRow.kind != DisplayRow::Kind::Part;
        case IconRole:
            return cell.icon;
        case ToneRole:
            return static_cast<int>(cell.tone);
        case PillRole:
            return cell.pill;
        case BadRowRole:
            return shownRow.tone == DisplayRow::Tone::Bad;
        case LargestRole:
            return QVariant::fromValue<qlonglong>(m_rows->largest(index.column()));
        default:
            return {};
    }
}

QVariant DisplayTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const DisplayColumn& column = columns()[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return column.title;
    if (role == SwatchRole && column.swatch) return *column.swatch;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (column.isNumber() ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

}  // namespace tokenledger
