#include "ui/widgets/synclogtable.h"

#include <QHeaderView>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Widths[] = {132, 98, 0, 116, 66, 66, 66, 116};  // 0: what is left
constexpr int UsualRequestWidth = 108;
constexpr int ComfortableRequestWidth = 176;
constexpr int LeastRequestWidth = 80;
constexpr int WholeIdWidth = 212;

}  // namespace

SyncLogTable::SyncLogTable(const Look& look, const QString& name, QWidget* parent) : TableView(look, name, parent) {
    setModel(&m_model);
    horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SyncLogTable::selectedEntryChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SyncLogTable::selectedEntryChanged);
}

QString SyncLogTable::selectedText() const {
    QStringList lines;
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    for (const auto& [first, last] : ranges) {
        for (int row = first; row <= last; ++row) lines.append(m_model.plainRow(row));
    }
    if (!lines.isEmpty()) lines.prepend(SyncLogModel::plainHeader());
    return lines.join(QLatin1Char('\n'));
}

const RequestLogEntry* SyncLogTable::selectedEntry() const {
    const QItemSelection selection = selectionModel()->selection();
    if (selection.size() != 1 || selection.front().height() != 1) return nullptr;
    return &m_model.log()->shownEntry(static_cast<std::size_t>(selection.front().top()));
}

void SyncLogTable::resizeEvent(QResizeEvent* event) {
    TableView::resizeEvent(event);
    const int idColumn = static_cast<int>(LogColumn::RequestId);
    const int requestColumn = static_cast<int>(LogColumn::Request);
    int fixed = 0;
    for (const int width : Widths) fixed += width;
    // The id is for whoever writes to the support; it gives way first, and is still copied.
    const bool idShown = viewport()->width() - fixed >= UsualRequestWidth;
    setColumnHidden(idColumn, !idShown);
    const int room = viewport()->width() - fixed - ComfortableRequestWidth;
    const int idWidth = std::clamp(Widths[idColumn] + room, Widths[idColumn], WholeIdWidth);
    fixed += (idShown ? idWidth : 0) - Widths[idColumn];
    for (int column = 0; column < m_model.columnCount(); ++column) {
        setColumnWidth(column, column == idColumn        ? idWidth
                               : column == requestColumn ? std::max(LeastRequestWidth, viewport()->width() - fixed)
                                                         : Widths[column]);
    }
}

}  // namespace tokenledger
