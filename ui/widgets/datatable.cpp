#include "ui/widgets/datatable.h"

#include "app/core/async.h"
#include "ui/widgets/celldelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QtConcurrent>

#include <algorithm>
#include <limits>

namespace tokenledger {

namespace {

/// A selection of single rows that has to find its rows again after sorting.
constexpr std::int64_t MostHeldRows = 1'000;

}  // namespace

DataTable::DataTable(const Look& look, const QString& name, QWidget* parent) : TableView(look, name, parent) {
    setModel(&m_model);
    QHeaderView* header = horizontalHeader();
    setSortingEnabled(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &DataTable::sum);
    connect(this, &TableView::choiceChanged, this, &DataTable::sum);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        layOutColumns();
        sum();
    });
    connect(&m_model, &DisplayTableModel::aboutToReorder, this, [this] {
        const std::int64_t selected = rowsIn(selectedSpans());
        if (selected > MostHeldRows && selected < m_model.rowCount()) clearSelection();
    });
}

void DataTable::setTable(DisplayTable table, const ModelColours& colours) {
    m_model.setModelColours(colours);
    const QStringList keys = columnKeys(table.columns);
    const bool sameColumns = keys == m_keys;
    m_keys = keys;
    QHeaderView* header = horizontalHeader();
    if (sameColumns) {
        m_model.setTable(std::move(table));
    } else {
        std::vector<ColumnWish> wishes;
        for (const QString& key : keys) wishes.push_back({key, {}, 0, 0, 0});
        const auto [column, order] = wantedSort(wishes);
        m_model.setTable(std::move(table), column, order);
        header->setSortIndicator(column, order);
    }
    updateLimit();
}

void DataTable::setCollapsing(bool collapsing) {
    m_collapsing = collapsing;
    updateLimit();
}

void DataTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    updateLimit();
}

/// A bar that repeats the figure beside it gives way first, then those that say what others say too.
std::vector<ColumnWish> DataTable::columnWishes() const {
    const std::vector<DisplayColumn>& columns = m_model.columns();
    const QStringList keys = columnKeys(columns);
    std::vector<ColumnWish> wishes;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const DisplayColumn& column = columns[i];
        const bool bar = column.kind == CellKind::ChangeBar;
        wishes.push_back({keys[static_cast<qsizetype>(i)], column.title, column.width, column.least,
                          bar ? std::numeric_limits<int>::max() : column.givesWay});
    }
    return wishes;
}

void DataTable::setOpen(int row, bool open) {
    const int column = std::max(0, currentIndex().column());
    m_model.setOpen(row, open);
    setCurrentIndex(m_model.index(row, column));
}

void DataTable::selectRows(const std::vector<std::size_t>& tableRows) {
    const ShownRows& rows = *m_model.rows();
    std::vector<const DisplayRow*> wanted;
    for (const std::size_t row : tableRows) {
        if (row < rows.table().rows.size()) wanted.push_back(&rows.table().rows[row]);
    }
    QItemSelection selection;
    int first = std::numeric_limits<int>::max();
    for (int place : rows.placesOf(wanted)) {
        if (place < 0) place = rows.count() - (rows.table().total ? 2 : 1);
        selection.select(m_model.index(place, 0), m_model.index(place, m_model.columnCount() - 1));
        first = std::min(first, place);
    }
    if (selection.isEmpty()) return clearSelection();
    selectionModel()->setCurrentIndex(m_model.index(first, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    scrollTo(m_model.index(first, 0));
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
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if ((enter || event->text() == QLatin1String("?")) && currentIndex().isValid()) {
        emit whyWanted(currentIndex());
        return;
    }
    if (event->modifiers() == Qt::NoModifier && openByKey(event->key())) return;
    TableView::keyPressEvent(event);
}

void DataTable::extendMenu(QMenu& menu) {
    const QModelIndex cell = currentIndex();
    const bool there = menu.findChild<QAction*>(QStringLiteral("why")) != nullptr;
    if (there || !isSignalConnected(QMetaMethod::fromSignal(&DataTable::whyWanted))) return;
    auto* why = new QAction(tr("Why this number?"), &menu);
    why->setObjectName(QStringLiteral("why"));
    why->setEnabled(cell.data(DisplayTableModel::NumberRole).isValid());
    connect(why, &QAction::triggered, this, [this] { emit whyWanted(currentIndex()); });
    menu.insertAction(menu.actions().value(1), why);  // after Copy
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

TableView::Finder DataTable::finder() const {
    return [rows = m_model.rows(), columns = shownColumns()](const QString& text) {
        return findCells(*rows, columns, text);
    };
}

/// All rows, when none is selected.
RowSpans DataTable::copiedSpans() const {
    const RowSpans spans = selectedSpans();
    return spans.empty() && m_model.rowCount() > 0 ? RowSpans{{0, m_model.rowCount() - 1}} : spans;
}

std::function<QString()> DataTable::copier() const {
    return [rows = m_model.rows(), spans = copiedSpans(), columns = columnsNotHiddenByHand()] {
        return copiedText(*rows, spans, columns);
    };
}

/// Only what is new: the status bar shows other things too, and an empty selection must not wipe them.
void DataTable::say(const QString& text) {
    if (text == m_said) return;
    m_said = text;
    emit selectionSummed(text);
}

void DataTable::sum() {
    const int generation = ++m_sumGeneration;
    const RowSpans spans = selectedSpans();
    const auto make = [rows = m_model.rows(), spans, columns = columnsNotHiddenByHand()] {
        return summedText(*rows, spans, columns);
    };
    if (rowsIn(spans) <= RowsAtOnce) return say(make());
    whenDone(QtConcurrent::run([make]() -> Result<QString> { return make(); }), this,
             [this, generation](const Result<QString>& text) {
                 if (generation == m_sumGeneration && text) say(*text);
             });
}

}  // namespace tokenledger
