// What the window's tables share: the design's rows, the keyboard, copying for spreadsheets. GUI thread.
#pragma once

#include "ui/theme.h"

#include <QTableView>

class QMenu;

namespace tokenledger {

class TableView : public QTableView {
    Q_OBJECT
public:
    TableView(const Look& look, const QString& name, QWidget* parent = nullptr);

    /// The selected cells (all, when none is selected), tab-separated with a header line, numbers plain and exact.
    [[nodiscard]] virtual QString selectedText() const = 0;
    void copy() const;

signals:
    /// Whoever knows more about the table adds to its context menu.
    void contextMenuWanted(QMenu& menu);

protected:
    static constexpr int RowHeight = 28;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

}  // namespace tokenledger
