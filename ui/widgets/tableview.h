// What the window's tables share: the design's rows, the keyboard, columns that can be sized, hidden and sorted by
// hand, copying for spreadsheets, finding. GUI thread.
#pragma once

#include "ui/models/columnlayout.h"
#include "ui/models/selectiontexts.h"
#include "ui/models/tablefind.h"
#include "ui/theme.h"

#include <QTableView>

#include <functional>

class QMenu;

namespace tokenledger {

class CellDelegate;
class TableHeader;

class TableView : public QTableView {
    Q_OBJECT
public:
    TableView(const Look& look, const QString& name, QWidget* parent = nullptr);

    /// The selected rows, tab-separated with a header line, numbers plain and exact; columns that the user hid are not
    /// in it.
    [[nodiscard]] QString selectedText() const { return copier()(); }
    /// Of very many rows the clipboard is filled a little later.
    void copy();

    /// What the user chose about columns and order.
    [[nodiscard]] const TableChoice& choice() const { return m_choice; }
    void setChoice(const TableChoice& choice);
    /// The order where the user chose none; a column of -1: as the table comes.
    void setUsualSort(int column, Qt::SortOrder order);
    /// What to hide and show, and what widths.
    void fillColumnsMenu(QMenu& menu);

    /// Searches what is shown now; may be called in any thread, once or more.
    using Finder = std::function<FoundCells(const QString&)>;
    [[nodiscard]] virtual Finder finder() const = 0;
    /// Selects the cell's row and frames it, whether or not the table has the focus.
    void showFound(const CellPlace& cell);
    void showNothingFound();

signals:
    /// Whoever knows more about the table adds to its context menu.
    void contextMenuWanted(QMenu& menu);
    void choiceChanged();
    /// Ctrl+Shift+F or "/".
    void findWanted();
    /// F3, or with Shift backwards.
    void findNextWanted(bool backwards);

protected:
    static constexpr int RowHeight = 28;
    /// One for each column of the model.
    [[nodiscard]] virtual std::vector<ColumnWish> columnWishes() const = 0;
    /// Makes what is copied; may be called in any thread.
    [[nodiscard]] virtual std::function<QString()> copier() const = 0;
    [[nodiscard]] virtual std::int64_t rowsToCopy() const { return rowsIn(selectedSpans()); }

    /// The table's own entries, when others have added theirs.
    virtual void extendMenu(QMenu&) {}

    /// To be called when the columns are others, and when they have another room.
    void layOutColumns();
    /// By the user's choice, then as usual.
    [[nodiscard]] std::pair<int, Qt::SortOrder> wantedSort(const std::vector<ColumnWish>& wishes) const;
    void applySort();
    [[nodiscard]] RowSpans selectedSpans() const;
    [[nodiscard]] std::vector<int> columnsNotHiddenByHand() const;
    [[nodiscard]] std::vector<int> shownColumns() const;

    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillSortMenu(QMenu& menu, int column);
    void showHeaderMenu(const QPoint& place);
    void chooseColumn(const QString& key, bool shown);
    void chooseSort(int column, Qt::SortOrder order);
    void rememberSort();
    void rememberWidth(int column, int width);
    void fitWidths();

    CellDelegate* m_delegate;
    TableHeader* m_header;
    TableChoice m_choice;
    std::pair<int, Qt::SortOrder> m_usualSort{-1, Qt::AscendingOrder};
    bool m_layingOut = false;
    bool m_widthsChosen = false;  // the mouse still holds the column's edge
};

}  // namespace tokenledger
