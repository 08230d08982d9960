#include "ui/widgets/tableview.h"

#include "app/core/async.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tableheader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QtConcurrent>

namespace tokenledger {

TableView::TableView(const Look& look, const QString& name, QWidget* parent)
    : QTableView(parent), m_delegate(new CellDelegate(look, this)), m_header(new TableHeader(look, this)) {
    setObjectName(name);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    // Fixed: nothing is measured row by row, however many there are.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RowHeight);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    setHorizontalHeader(m_header);
    m_header->setFixedHeight(RowHeight);
    m_header->setHighlightSections(false);
    m_header->setSortIndicatorClearable(true);
    m_header->setStretchLastSection(false);
    m_header->setMinimumSectionSize(40);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(m_header, &QHeaderView::sectionClicked, this, &TableView::rememberSort);
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int column, int, int width) { rememberWidth(column, width); });
    connect(m_header, &TableHeader::released, this, [this] {
        if (!std::exchange(m_widthsChosen, false)) return;
        layOutColumns();
        emit choiceChanged();
    });
}

void TableView::copy() {
    const auto make = copier();
    if (rowsToCopy() <= RowsAtOnce) return QGuiApplication::clipboard()->setText(make());
    whenDone(QtConcurrent::run([make]() -> Result<QString> { return make(); }), this,
             [](const Result<QString>& text) { QGuiApplication::clipboard()->setText(text.value_or(QString())); });
}

RowSpans TableView::selectedSpans() const {
    RowSpans spans;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        spans.emplace_back(range.top(), range.bottom());
    return mergedSpans(std::move(spans));
}

std::vector<int> TableView::columnsNotHiddenByHand() const {
    std::vector<int> columns;
    const std::vector<ColumnWish> wishes = columnWishes();
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (i == 0 || !m_choice.hides(wishes[i].key)) columns.push_back(static_cast<int>(i));
    }
    return columns;
}

std::vector<int> TableView::shownColumns() const {
    std::vector<int> columns;
    for (int column = 0; column < m_header->count(); ++column) {
        if (!isColumnHidden(column)) columns.push_back(column);
    }
    return columns;
}

// Columns

void TableView::setChoice(const TableChoice& choice) {
    m_choice = choice;
    layOutColumns();
    applySort();
}

void TableView::layOutColumns() {
    const std::vector<ColumnWish> wishes = columnWishes();
    if (static_cast<int>(wishes.size()) != m_header->count()) return;
    // As if there were a scroll bar: columns must not come and go with it.
    const int room = width() - verticalScrollBar()->sizeHint().width();
    const std::vector<int> widths = fitColumns(wishes, m_choice, room, viewport()->width());
    m_layingOut = true;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int column = static_cast<int>(i);
        setColumnHidden(column, widths[i] == 0);
        if (widths[i] > 0) setColumnWidth(column, widths[i]);
    }
    m_layingOut = false;
    const QModelIndex current = currentIndex();
    if (current.isValid() && isColumnHidden(current.column()))
        selectionModel()->setCurrentIndex(current.siblingAtColumn(0), QItemSelectionModel::NoUpdate);
}

void TableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    layOutColumns();
}

void TableView::rememberWidth(int column, int width) {
    if (m_layingOut || !m_header->isHeld()) return;
    const std::vector<ColumnWish> wishes = columnWishes();
    if (column >= static_cast<int>(wishes.size())) return;
    m_choice.widths.insert(wishes[static_cast<std::size_t>(column)].key, width);
    m_widthsChosen = true;
}

void TableView::fitWidths() {
    const std::vector<ColumnWish> wishes = columnWishes();
    for (const int column : shownColumns()) {
        const int wide =
            std::max({sizeHintForColumn(column), m_header->sectionSizeHint(column), m_header->minimumSectionSize()});
        m_choice.widths.insert(wishes[static_cast<std::size_t>(column)].key, wide);
    }
    layOutColumns();
    emit choiceChanged();
}

void TableView::chooseColumn(const QString& key, bool shown) {
    m_choice.shown.insert(key, shown);
    layOutColumns();
    emit choiceChanged();
}

void TableView::fillColumnsMenu(QMenu& menu) {
    const std::vector<ColumnWish> wishes = columnWishes();
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const ColumnWish& wish = wishes[i];
        QAction* action = menu.addAction(wish.title.isEmpty() ? tr("Bar") : wish.title);
        action->setObjectName(QStringLiteral("column_") + wish.key);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(static_cast<int>(i)));
        action->setEnabled(i > 0);  // it says what a row is
        connect(action, &QAction::toggled, this, [this, key = wish.key](bool on) { chooseColumn(key, on); });
    }
    menu.addSeparator();
    QAction* fit = menu.addAction(tr("Fit widths"));
    fit->setObjectName(QStringLiteral("fitWidths"));
    connect(fit, &QAction::triggered, this, &TableView::fitWidths);
    QAction* reset = menu.addAction(tr("Reset columns"));
    reset->setObjectName(QStringLiteral("resetColumns"));
    reset->setEnabled(m_choice != TableChoice());
    connect(reset, &QAction::triggered, this, [this] {
        setChoice({});
        emit choiceChanged();
    });
}

void TableView::showHeaderMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    if (const int column = m_header->logicalIndexAt(place); column >= 0) {
        fillSortMenu(*menu, column);
        menu->addSeparator();
    }
    fillColumnsMenu(*menu);
    menu->popup(m_header->viewport()->mapToGlobal(place));
}

// Order

void TableView::setUsualSort(int column, Qt::SortOrder order) {
    const std::pair wanted{column, order};
    if (wanted == m_usualSort) return;
    m_usualSort = wanted;
    applySort();
}

std::pair<int, Qt::SortOrder> TableView::wantedSort(const std::vector<ColumnWish>& wishes) const {
    if (!m_choice.sort) return m_usualSort;
    const Qt::SortOrder order = m_choice.sort->descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_choice.sort->column.isEmpty()) return {-1, order};
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (wishes[i].key == m_choice.sort->column) return {static_cast<int>(i), order};
    }
    return m_usualSort;
}

void TableView::applySort() {
    const std::vector<ColumnWish> wishes = columnWishes();
    if (wishes.empty()) return;
    const auto [column, order] = wantedSort(wishes);
    if (column < static_cast<int>(wishes.size())) m_header->setSortIndicator(column, order);
}

void TableView::rememberSort() {
    const std::vector<ColumnWish> wishes = columnWishes();
    const int column = m_header->sortIndicatorSection();
    const bool none = column < 0 || column >= static_cast<int>(wishes.size());
    m_choice.sort = {none ? QString() : wishes[static_cast<std::size_t>(column)].key,
                     m_header->sortIndicatorOrder() == Qt::DescendingOrder};
    emit choiceChanged();
}

void TableView::chooseSort(int column, Qt::SortOrder order) {
    m_header->setSortIndicator(column, order);
    rememberSort();
}

void TableView::fillSortMenu(QMenu& menu, int column) {
    const auto add = [&](const QString& text, const char* name, int by, Qt::SortOrder order) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, by, order] { chooseSort(by, order); });
    };
    add(tr("Sort ascending"), "sortAscending", column, Qt::AscendingOrder);
    add(tr("Sort descending"), "sortDescending", column, Qt::DescendingOrder);
    add(tr("Original order"), "sortNone", -1, Qt::AscendingOrder);
}

// Finding

void TableView::showFound(const CellPlace& cell) {
    const QModelIndex index = model()->index(cell.row, cell.column);
    m_delegate->setFound(index);
    // By itself the view would take the Shift of "backwards" for selecting more.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
    viewport()->update();
}

void TableView::showNothingFound() {
    m_delegate->setFound({});
    viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent* event) {
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if ((event->key() == Qt::Key_F && modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) ||
               (event->text() == QLatin1String("/") && !modifiers.testFlag(Qt::ControlModifier))) {
        emit findWanted();
    } else if (event->key() == Qt::Key_F3) {
        emit findNextWanted(modifiers.testFlag(Qt::ShiftModifier));
    } else {
        if (event->key() == Qt::Key_Escape) clearSelection();
        QTableView::keyPressEvent(event);
    }
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &TableView::copy);
    emit contextMenuWanted(*menu);
    extendMenu(*menu);
    menu->addSeparator();
    QAction* find = menu->addAction(tr("Find..."));
    find->setObjectName(QStringLiteral("find"));
    connect(find, &QAction::triggered, this, &TableView::findWanted);
    if (currentIndex().isValid()) fillSortMenu(*menu->addMenu(tr("Sort")), currentIndex().column());
    fillColumnsMenu(*menu->addMenu(tr("Columns")));
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    const QPoint place = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    menu->popup(byKeyboard ? place : event->globalPos());
}

}  // namespace tokenledger
