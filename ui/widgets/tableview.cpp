#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tableheader.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace tokenledger {

TableView::TableView(const Look& look, const QString& name, QWidget* parent) : QTableView(parent) {
    setObjectName(name);
    setItemDelegate(new CellDelegate(look, this));
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
    auto* header = new TableHeader(look, this);
    setHorizontalHeader(header);
    header->setFixedHeight(RowHeight);
    header->setHighlightSections(false);
    header->setSortIndicatorClearable(true);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
}

void TableView::copy() const { QGuiApplication::clipboard()->setText(selectedText()); }

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->key() == Qt::Key_Escape) clearSelection();
    QTableView::keyPressEvent(event);
}

void TableView::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy")), &QAction::triggered, this, &TableView::copy);
    emit contextMenuWanted(*menu);
    menu->popup(event->globalPos());
}

}  // namespace tokenledger
