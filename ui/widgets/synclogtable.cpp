#include "ui/widgets/synclogtable.h"

#include <QHeaderView>

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int Widths[] = {132, 98, 0, 116, 66, 66, 66, 116};  // 0: what is left
constexpr int UsualRequestWidth = 108;
constexpr int ComfortableRequestWidth = 176;
constexpr int WholeIdWidth = 212;

}  // namespace

SyncLogTable::SyncLogTable(const Look& look, const QString& name, QWidget* parent) : TableView(look, name, parent) {
    setModel(&m_model);
    setUsualSort(static_cast<int>(LogColumn::Time), Qt::DescendingOrder);
    setSortingEnabled(true);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SyncLogTable::selectedEntryChanged);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SyncLogTable::selectedEntryChanged);
}

std::vector<ColumnWish> SyncLogTable::columnWishes() const {
    int fixed = 0;
    for (const int width : Widths) fixed += width;
    // The id is for whoever writes to the support; it gives way first, and is still copied.
    const int room = viewport()->width() - fixed - ComfortableRequestWidth;
    std::vector<ColumnWish> wishes;
    for (int i = 0; i < m_model.columnCount(); ++i) {
        const auto column = static_cast<LogColumn>(i);
        const bool id = column == LogColumn::RequestId;
        wishes.push_back(
            {SyncLogModel::columnKey(column), m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString(),
             id ? std::clamp(Widths[i] + room, Widths[i], WholeIdWidth) : Widths[i], UsualRequestWidth, id ? 1 : 0});
    }
    return wishes;
}

std::function<QString()> SyncLogTable::copier() const {
    std::vector<LogColumn> columns;
    for (const int column : columnsNotHiddenByHand()) columns.push_back(static_cast<LogColumn>(column));
    return [log = m_model.log(), spans = selectedSpans(), columns] {
        if (spans.empty()) return QString();
        QStringList lines{SyncLogModel::plainHeader(columns)};
        for (const auto& [first, last] : spans) {
            for (int row = first; row <= last; ++row)
                lines.append(SyncLogModel::plainRow(log->shownEntry(static_cast<std::size_t>(row)), columns));
        }
        return lines.join(QLatin1Char('\n'));
    };
}

TableView::Finder SyncLogTable::finder() const {
    return [log = m_model.log(), columns = shownColumns()](const QString& typed) {
        FoundCells found;
        const FindText text(typed);
        if (!log || text.text.isEmpty()) return found;
        for (std::size_t row = 0; row < log->shown.size(); ++row) {
            for (const int column : columns) {
                if (!SyncLogModel::matches(log->shownEntry(row), static_cast<LogColumn>(column), text)) continue;
                found.more = found.cells.size() == MostFound;
                if (found.more) return found;
                found.cells.push_back({static_cast<int>(row), column});
            }
        }
        return found;
    };
}

const RequestLogEntry* SyncLogTable::selectedEntry() const {
    const QItemSelection selection = selectionModel()->selection();
    if (selection.size() != 1 || selection.front().height() != 1) return nullptr;
    return &m_model.log()->shownEntry(static_cast<std::size_t>(selection.front().top()));
}

}  // namespace tokenledger
